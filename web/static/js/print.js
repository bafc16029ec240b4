// The button that prints a page, in place of the hint that stands there for browsers without scripts.
for (const button of document.querySelectorAll(".print-button")) {
  button.hidden = false;
  button.nextElementSibling.hidden = true;
  button.addEventListener("click", () => window.print());
}

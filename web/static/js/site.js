// What pages can do beside their work when scripts run. Every page works without this file: it adds, and never enables.

// Tools: buttons that could do nothing without a script come to sight, and hints for readers without one go.
const tools = (root) => {
  for (const button of root.querySelectorAll("[data-copy], [data-print]")) button.hidden = false;
  for (const hint of root.querySelectorAll("[data-unscripted]")) hint.hidden = true;
};

// What a button copies: the text of the element that it names, or the address of the page.
const copy = async (button) => {
  const canonical = document.querySelector("link[rel=canonical]");
  const from = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(from ? from.textContent : (canonical || location).href);
  say(button.dataset.done);
  const label = button.textContent;
  if (label === button.dataset.done) return;
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = label), 2500);
};

// One place in which readers who listen hear what happened.
const status = document.createElement("p");
status.className = "vh";
status.setAttribute("role", "status");
document.body.append(status);
const say = (words) => {
  status.textContent = "";
  setTimeout(() => (status.textContent = words), 50);
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.hasAttribute("data-print")) print();
  if (button?.hasAttribute("data-copy")) copy(button).catch(() => (button.hidden = true));
});
tools(document);

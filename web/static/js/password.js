// A password can be looked at while it is typed. Without this file it stays hidden.

const reveal = (button) => {
  const field = document.getElementById(button.getAttribute("aria-controls"));
  const turn = (seen) => {
    field.type = seen ? "text" : "password";
    button.textContent = seen ? button.dataset.hide : button.dataset.show;
  };
  button.addEventListener("click", () => {
    turn(field.type === "password");
    field.focus();
  });
  field.form.addEventListener("submit", () => turn(false)); // so that browsers keep it as a password
  button.hidden = false;
};

document.querySelectorAll("[data-show]").forEach(reveal);

// What happens to files beside their forms when scripts run: they can be dropped, and one that a form remembers is sent ahead of it,
// with its progress, so that nobody waits for it at the end or chooses it twice. Every form works without this file.

const field = (input) => input.closest(".field") ?? input.parentElement;

const droppable = (input) => {
  const zone = field(input), hint = Object.assign(document.createElement("p"), { className: "hint", textContent: input.dataset.drop });
  if (input.dataset.drop) input.before(hint);
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    zone.toggleAttribute("data-over", true);
  });
  zone.addEventListener("dragleave", (event) => zone.contains(event.relatedTarget) || zone.removeAttribute("data-over"));
  zone.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    zone.removeAttribute("data-over");
    const one = new DataTransfer();
    if (event.dataTransfer.files[0]) one.items.add(event.dataTransfer.files[0]); // a field holds one file
    input.files = one.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
};

const ahead = (input) => {
  const words = input.dataset, name = input.name + "_kept";
  const state = Object.assign(document.createElement("p"), { className: "hint" });
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0, hidden: true });
  state.setAttribute("role", "status");
  bar.setAttribute("aria-label", words.sending);
  input.after(bar, state);
  let sending = null;

  const keep = (hash) => {
    let kept = input.form.querySelector(`[name="${name}"]`);
    if (!kept) input.before((kept = Object.assign(document.createElement("input"), { type: "hidden", name })));
    kept.value = hash;
    input.value = ""; // it is here already
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const done = (request) => {
    bar.hidden = true;
    sending = null;
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {} // whatever stands between us and the site has answered
    if (request.status === 200 && answer.hash) keep(answer.hash);
    state.textContent = answer.hash ? `${words.kept}: ${answer.said}` : (answer.said ?? (request.status === 413 ? words.large : words.failed));
  };
  input.addEventListener("change", () => {
    sending?.abort();
    state.textContent = "";
    if (!input.files[0]) return;
    const body = new FormData(), request = (sending = new XMLHttpRequest());
    body.set("file", input.files[0]);
    request.open("POST", words.ahead);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => event.lengthComputable && (bar.value = event.loaded / event.total));
    request.addEventListener("load", () => done(request));
    request.addEventListener("error", () => done(request));
    bar.value = 0;
    bar.hidden = false;
    state.textContent = words.sending;
    request.send(body);
  });
  input.form.addEventListener("submit", () => sending?.abort()); // the form takes the file itself
};

for (const input of document.querySelectorAll("input[type=file]")) {
  droppable(input);
  if (input.dataset.ahead) ahead(input);
}

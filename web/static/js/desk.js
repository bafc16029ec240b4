// What the forms of staff do beside their work when scripts run: what is typed is kept as a draft, and nobody leaves it by mistake.
// Every form works without this file.

const pause = 2500; // after the last key, in milliseconds
const longest = 20_000; // however long somebody goes on typing
const patience = 60_000; // between two tries while the server is away

const calm = (form) => {
  const state = form.querySelector("[data-save-state]"), words = state.dataset;
  let dirty = form.hasAttribute("data-unsaved"), since = 0, timer, running = null, away = 0, stopped = false, leaving = false;

  const tell = (text, url) => {
    if (state.firstChild?.textContent === text) return; // heard once
    state.textContent = text;
    if (!url) return;
    const link = document.createElement("a");
    Object.assign(link, { href: url, target: "_blank", textContent: words.signIn });
    state.append(" ", link);
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };
  const body = () => {
    const data = new FormData(form), plain = form.enctype !== "multipart/form-data";
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name); // files go once, with the form itself
    data.set("do", "autosave");
    return plain ? new URLSearchParams(data) : data;
  };
  const take = ({ action, revision, base }) => {
    if (!action) return;
    form.setAttribute("action", action);
    form.querySelector("[name=revision]").value = revision;
    form.querySelector("[name=base]").value = base;
    history.replaceState(history.state, "", action); // a reload goes on with the draft
  };
  const send = async () => {
    let answer;
    try {
      answer = await fetch(form.getAttribute("action"), { method: "POST", body: body(), headers: { Accept: "application/json" }, redirect: "error" });
    } catch {
      answer = { status: 503 };
    }
    if (answer.status === 200) {
      const kept = await answer.json();
      take(kept);
      away = 0;
      return kept.said && tell(kept.said);
    }
    dirty = true;
    if (answer.status >= 500) {
      away = Math.min(away * 2 || pause, patience);
      later(away);
      tell(words.away);
    } else if (answer.status === 401) tell(words.signedOut, words.signInUrl);
    else if (answer.status === 409 || answer.status === 422) {
      stopped = answer.status === 409; // only a person can choose between two texts
      tell((await answer.json()).said);
    } else tell(words.failed);
  };
  const save = async () => {
    if (running || stopped || leaving || !dirty) return;
    dirty = false; // whatever is typed from now on is for the next time
    since = 0;
    running = send().catch(() => (dirty = true));
    await running;
    running = null;
  };

  form.addEventListener("input", () => {
    since ||= Date.now();
    dirty = true;
    later(Math.max(0, Math.min(pause, since + longest - Date.now())));
  });
  form.addEventListener("submit", (event) => {
    const by = event.submitter;
    if (event.defaultPrevented || by?.formTarget === "_blank") return;
    clearTimeout(timer);
    if (leaving || running) event.preventDefault();
    if (leaving) return;
    leaving = !running;
    if (running) running.then(() => form.requestSubmit(by));
    else setTimeout(() => (leaving = false), 4000); // somebody may have stopped it
  });
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("online", save);
  addEventListener("focus", save); // back from signing in elsewhere
  addEventListener("beforeunload", (event) => {
    if (dirty && !leaving) event.preventDefault();
  });
  if (dirty) later(pause);
};

// What is typed into a form that is not kept as a draft is lost with the page, also when another form of the page is sent.
const guard = (form) => {
  let dirty = false, leaving = false;
  form.addEventListener("input", () => (dirty = true));
  form.addEventListener("submit", () => (leaving = true));
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("beforeunload", (event) => {
    if (dirty && !leaving) event.preventDefault();
  });
};

// A password can be looked at while it is typed.
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

// The bar of a list says how many of its records are ticked.
const picked = (form) => {
  const bar = form?.querySelector("[data-picked]");
  if (!bar) return;
  const every = form.querySelector("[name=all]:checked"), words = bar.dataset;
  const n = every ? every.dataset.count : form.querySelectorAll("[name=record]:checked").length;
  words.plain ??= bar.textContent;
  bar.textContent = +n ? words.picked.replace("%d", n) : words.plain;
};

for (const change of ["change", "reset"]) document.addEventListener(change, (event) => setTimeout(picked, 0, event.target.closest("form")));
addEventListener("pageshow", () => document.querySelectorAll(".bulk").forEach((bar) => picked(bar.closest("form")))); // ticks outlive a step back
for (const form of document.querySelectorAll("form[data-autosave]")) calm(form);
for (const form of document.querySelectorAll("form[data-guard]")) guard(form);
document.querySelectorAll("[data-show]").forEach(reveal);

// What pages can do beside their work when scripts run. Every page works without this file: it adds, and never enables.

// Tools: buttons that could do nothing without a script come to sight, and hints for readers without one go.
const tools = (root) => {
  for (const button of root.querySelectorAll("[data-copy], [data-print]")) button.hidden = false;
  for (const hint of root.querySelectorAll("[data-unscripted]")) hint.hidden = true;
  for (const field of root.querySelectorAll("[data-suggest]")) suggest(field);
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

// Suggestions below a search: names that begin as was typed, each of which leads to its page. The field keeps the keyboard; arrows
// choose, Enter goes there, Escape and Tab leave. Where they do not come, the search is what it is without them.
const suggest = (field) => {
  const list = document.createElement("ul");
  list.id = field.id + "-list";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.label);
  field.after(list);
  const set = (attributes) => Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
  set({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false });

  let at = -1, timer, asked;
  const choose = (place) => {
    list.children[at]?.setAttribute("aria-selected", false);
    at = place;
    const chosen = list.children[at];
    chosen?.setAttribute("aria-selected", true);
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) set({ "aria-activedescendant": chosen.id });
    else field.removeAttribute("aria-activedescendant");
  };
  const open = (is) => {
    choose(-1);
    list.hidden = !is;
    set({ "aria-expanded": is });
  };
  const wait = () => {
    clearTimeout(timer);
    asked?.abort();
  };
  const stop = () => {
    wait();
    open(false);
  };
  const words = (tag, { text, lang }) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (lang) element.lang = lang;
    return element;
  };
  const option = ({ title, lang, notes, url }, i) => {
    const one = document.createElement("li"), more = document.createElement("span");
    Object.assign(one, { id: list.id + i, role: "option" });
    one.dataset.url = url;
    one.setAttribute("aria-selected", false);
    more.className = "meta";
    more.append(...notes.flatMap((note) => [", ", words("bdi", note)]).slice(1));
    one.append(words("b", { text: title, lang }), " ", more);
    return one;
  };
  const ask = async () => {
    asked = new AbortController();
    const url = new URL(field.dataset.suggest, location);
    url.searchParams.set("q", field.value);
    try {
      const answer = await fetch(url, { signal: asked.signal, headers: { Accept: "application/json" } });
      const { said, suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map(option));
      open(suggestions.length > 0);
      if (said) say(said);
    } catch (reason) {
      if (reason.name !== "AbortError") open(false);
    }
  };

  field.addEventListener("input", () => {
    wait();
    if (field.value.trim().length < 2) open(false);
    else timer = setTimeout(ask, 180);
  });
  field.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || !count) return;
    if (step) {
      wait(); // what is chosen from stays
      choose(((at + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && at >= 0) location.assign(list.children[at].dataset.url);
    else if (event.key === "Escape") stop();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", stop);
  field.form.addEventListener("submit", stop);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const one = event.target.closest("li");
    if (one) location.assign(one.dataset.url);
  });
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.hasAttribute("data-print")) print();
  if (button?.hasAttribute("data-copy")) copy(button).catch(() => (button.hidden = true));
});
tools(document);

// Folds: what is folded away goes on paper all the same, and a link that leads into it opens it.
// The print sheet sees to the first where the browser can style what is folded; where not, folds open for print and close again.
if (!CSS.supports("selector(::details-content)")) {
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".fold:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded.splice(0)) fold.open = false;
  });
}
const unfold = () => {
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1))), fold = part?.closest(".fold:not([open])");
  if (!fold) return;
  fold.open = true;
  part.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();

// Lists: a filter, a sort or a part of a list within main comes without a new page, at the same address that it has without scripts.
// Whatever goes wrong, the browser loads the page as if there were no script.
const parsed = async (url, signal) => {
  const answer = await fetch(url, { signal, headers: { Accept: "text/html" } });
  if (!answer.ok || !/^text\/html/.test(answer.headers.get("Content-Type"))) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

// Where the keyboard was, in words that hold after the list has changed.
const mark = (element) => {
  if (!element || element === document.body) return null;
  if (element.id) return () => document.getElementById(element.id);
  const name = element.name, href = element.getAttribute("href"), text = element.textContent.trim();
  return () =>
    [...document.querySelectorAll("main a, main button, main input, main select")].find((other) =>
      href ? other.getAttribute("href") === href || (other.textContent.trim() === text && text) : other.tagName === element.tagName && other.name === name && other.textContent.trim() === text);
};

let running = null;
let shown = location.pathname + location.search;
const show = async (url, { push, focus }) => {
  running?.abort();
  running = new AbortController();
  const main = document.querySelector("main");
  main.setAttribute("aria-busy", "true");
  try {
    const page = await parsed(url, running.signal);
    const fresh = page.querySelector("main");
    if (!fresh) throw new Error("no main");
    if (push && url !== location.href) history.pushState(null, "", url);
    shown = location.pathname + location.search;
    document.title = page.title;
    for (const part of [".langs", ".theme"]) {
      const [old, next] = [document.querySelector(part), page.querySelector(part)];
      if (old && next) old.replaceWith(next);
    }
    const canonical = (of) => of.querySelectorAll("link[rel=canonical]"); // narrowed lists have none
    canonical(document).forEach((link) => link.remove());
    document.head.append(...canonical(page));
    main.replaceWith(fresh);
    tools(fresh);
    const part = document.getElementById(new URL(url).hash.slice(1)), to = focus?.() || part || fresh.querySelector("h1");
    if (to) {
      const place = to.matches("h1") || to === part;
      if (place) to.tabIndex = -1;
      to.focus({ preventScroll: place });
      if (place && push) part ? part.scrollIntoView() : scrollTo(0, 0);
    }
    const told = fresh.querySelector("[role=status]");
    say(told ? told.textContent.trim() : [...fresh.querySelectorAll("h1, .chip[aria-current]")].map((e) => e.textContent.trim()).join(", "));
  } catch (reason) {
    if (reason.name === "AbortError") return;
    if (push) location.assign(url);
    else location.reload();
  }
};

// Only addresses that differ from this one in their query, and in the part of the page that they name, are lists of this page.
const here = (url) => url.origin === location.origin && url.pathname === location.pathname;

document.addEventListener("click", (event) => {
  const link = event.target.closest("main a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (!here(url) || url.search === location.search || link.target || link.hasAttribute("download")) return;
  event.preventDefault();
  show(url.href, { push: true, focus: /next|prev/.test(link.rel) ? null : mark(link) });
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const url = new URL(form.action);
  if (event.defaultPrevented || form.method !== "get" || !form.closest("main") || !here(url)) return;
  event.preventDefault();
  url.search = new URLSearchParams([...new FormData(form, event.submitter)].filter(([, value]) => value !== ""));
  show(url.href, { push: true, focus: mark(document.activeElement) });
});

// Going back and forth; a step to another part of the same page is none of ours.
addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) show(location.href, { push: false });
});

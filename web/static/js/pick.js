// Long lists of choices become fields in which one types: what fits stays in the list, arrows choose, Enter takes, Escape gives up
// (the combobox with a list of the ARIA Authoring Practices). The list of choices itself stays in the form and is what is sent, so
// that every form works without this file.

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const pick = (select) => {
  const field = document.createElement("input"), list = document.createElement("ul"), told = document.createElement("span");
  const label = select.labels[0];
  const box = document.createElement("div");
  box.className = "pick";
  Object.assign(field, { id: select.id, className: select.className, autocomplete: "off", spellcheck: false });
  Object.assign(list, { id: select.id + "-list", className: "suggestions", hidden: true });
  told.className = "vh";
  told.setAttribute("role", "status");
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label.textContent.trim());
  for (const name of ["aria-describedby", "aria-invalid"]) if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
  const set = (attributes) => Object.entries(attributes).forEach(([name, value]) => field.setAttribute(name, value));
  set({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false });
  select.id += "-plain";
  Object.assign(select, { className: "", hidden: true });
  select.before(box);
  box.append(field, list, told, select);

  let at = -1;
  const chosen = () => select.selectedOptions[0];
  const show = () => (field.value = chosen()?.value ? chosen().text : "");
  const mark = (place) => {
    list.children[at]?.setAttribute("aria-selected", false);
    at = place;
    const one = list.children[at];
    one?.setAttribute("aria-selected", true);
    one?.scrollIntoView({ block: "nearest" });
    if (one) set({ "aria-activedescendant": one.id });
    else field.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    mark(-1);
    list.hidden = true;
    set({ "aria-expanded": false });
  };
  const open = (words) => {
    const parts = plain(words).split(/\s+/);
    const fit = [...select.options].filter((option) => parts.every((part) => plain(option.text).includes(part)));
    list.replaceChildren(
      ...fit.map((option) => {
        const one = document.createElement("li");
        Object.assign(one, { id: list.id + option.index, textContent: option.text });
        one.setAttribute("role", "option");
        one.setAttribute("aria-selected", false);
        one.dataset.at = option.index;
        return one;
      }),
    );
    at = -1;
    field.removeAttribute("aria-activedescendant");
    list.hidden = fit.length === 0;
    set({ "aria-expanded": fit.length > 0 });
    told.textContent = fit.length ? select.dataset.count.replace("%d", fit.length) : select.dataset.none;
  };
  const take = (one) => {
    select.selectedIndex = one.dataset.at;
    select.dispatchEvent(new Event("input", { bubbles: true }));
    show();
    close();
  };
  const clear = () => {
    const none = [...select.options].find((option) => option.value === "");
    if (!none || field.value.trim() || !chosen()?.value) return;
    none.selected = true;
    select.dispatchEvent(new Event("input", { bubbles: true }));
  };

  field.addEventListener("input", (event) => {
    event.stopPropagation(); // what is typed here is no answer yet
    open(field.value);
  });
  field.addEventListener("click", () => list.hidden && open(""));
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && list.hidden) open("");
    if (step) {
      const count = list.children.length;
      if (count) mark((at + step + count + (at < 0 && step < 0 ? 1 : 0)) % count);
    } else if (event.key === "Enter" && at >= 0) take(list.children[at]);
    else if (event.key === "Escape" && !list.hidden) {
      show();
      close();
    } else return;
    event.preventDefault();
  });
  field.addEventListener("blur", () => {
    clear();
    show();
    close();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const one = event.target.closest("li");
    if (one) take(one);
  });
  show();
};

for (const select of document.querySelectorAll("select[data-pick]")) pick(select);

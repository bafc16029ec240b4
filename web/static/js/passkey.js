// Passkeys: the browser asks the device, and the answer goes the way of every form. Pages say what else there is where this does not run.

const device = navigator.credentials, known = globalThis.PublicKeyCredential;
const ways = {
  create: { read: known?.parseCreationOptionsFromJSON, ask: (publicKey) => device.create({ publicKey }) },
  get: { read: known?.parseRequestOptionsFromJSON, ask: (publicKey) => device.get({ publicKey }) },
};

const offer = (box) => {
  const way = ways[box.dataset.passkey], form = box.querySelector("form"), state = form.querySelector("[role=status]");
  const button = form.querySelector("button"), answer = form.querySelector("[name=answer]");
  if (!device || !way.read) return;
  form.hidden = false;
  box.querySelector("[data-without]")?.remove();
  form.addEventListener("submit", async (event) => {
    if (answer.value) return; // on its way
    event.preventDefault();
    button.disabled = true;
    state.textContent = "";
    try {
      const question = await fetch(box.dataset.start, { method: "POST", redirect: "manual" });
      if (!question.ok) return form.submit(); // the page tells why, or asks who it is
      const made = await way.ask(way.read.call(known, await question.json()));
      answer.value = JSON.stringify(made);
      form.submit();
    } catch {
      state.textContent = box.dataset.failed;
    } finally {
      button.disabled = false;
    }
  });
};

document.querySelectorAll("[data-passkey]").forEach(offer);

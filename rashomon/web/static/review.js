// Review by keys, and by selecting words in the text. Without it everything works by links and forms.
"use strict";
(() => {
  const HIDDEN = "\uFFFD";
  let turn = Promise.resolve(); // keys wait for one another, so none is lost while an answer is on its way
  let part = "content";
  let held = false;
  let waiting;

  const review = () => document.getElementById("review");
  const inTurn = act => { turn = turn.then(act).catch(error => fault(String(error))); };
  const isField = one => one.matches("textarea, select, input:not([type=submit], [type=button])");

  function say(words) {
    document.getElementById("told").textContent = words;
  }

  function fault(words) {
    const place = document.getElementById("fault");
    place.textContent = words;
    place.hidden = !words;
  }

  // Keys can be turned off, for those whose speech or hands press them unmeant.
  const keysOn = () => localStorage.getItem("rashomon-keys") !== "off";

  function offerKeys() {
    const box = document.getElementById("keys-on");
    box.closest("[hidden]")?.removeAttribute("hidden");
    box.checked = keysOn();
    box.addEventListener("change", () => localStorage.setItem("rashomon-keys", box.checked ? "on" : "off"));
  }

  // Puts what an address answers in the place of what is shown.
  async function go(address, sent) {
    const answer = await fetch(address, { ...sent, cache: "no-store", headers: { "HX-Request": "true" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("review");
    if (!fresh && answer.ok) { // the end of the queue
      location.assign(answer.url);
      return;
    }
    if (!fresh) {
      fault(page.querySelector(".fault, main")?.textContent.trim() || "You are not let in, or no longer; open the page anew.");
      return;
    }
    fault("");
    const far = review().querySelector(".side").scrollTop;
    review().replaceWith(document.adoptNode(fresh));
    part = "content";
    offerKeys();
    review().querySelector(".side").scrollTop = far;
    arrive();
  }

  // Brings the current statement into sight, in the text and in the list.
  function arrive() {
    const current = review().querySelector(".current[data-at]");
    if (!current) return;
    history.replaceState(null, "", current.dataset.at);
    document.title = `${review().querySelector("h1").textContent} · Rashomon`;
    const words = document.getElementById(current.dataset.words);
    const box = words?.getBoundingClientRect();
    if (box && (box.top < 60 || box.bottom > innerHeight * 0.6)) words.scrollIntoView();
    const list = review().querySelector(".to-judge");
    const card = list.querySelector("[aria-current]")?.closest("li");
    if (card) list.scrollTop = card.offsetTop - list.clientHeight / 3;
    document.getElementById("current").focus({ preventScroll: true });
  }

  async function send(form, button) {
    await go(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, button)) });
  }

  async function press(key) {
    const one = document.querySelector(`[data-key~="${CSS.escape(key)}"]`);
    if (!one) return;
    if (one.matches("#review a")) await go(one.href);
    else if (one.matches("button")) await send(one.form, one);
    else if (one.matches("kbd")) pick(one.closest("[data-part]").dataset.part);
    else if (one.matches("summary")) {
      one.parentElement.open = !one.parentElement.open;
      if (one.parentElement.open) one.parentElement.querySelector("select")?.focus();
    } else one.click();
  }

  // What the next selection in the text sets.
  function pick(wanted) {
    part = wanted;
    document.getElementById("fix").open = true;
    for (const one of document.querySelectorAll("[data-part]")) one.classList.toggle("picked", one.dataset.part === part);
    say(`A selection in the text sets the ${part}.`);
  }

  // Characters as the report counts them: by code point, without our numbers, and a hidden one, shown by its number, as one.
  function characters(within) {
    for (const one of within.querySelectorAll(".number")) one.remove();
    for (const one of within.querySelectorAll(".hidden-character")) one.replaceWith(one.textContent ? HIDDEN : "");
    return [...within.textContent];
  }

  function before(paragraph, node, at) {
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(node, at);
    return characters(range.cloneContents()).length;
  }

  // The place of what is selected, without blanks at its ends: `12-40 the words`; null where nothing is.
  function selected() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    const pieces = [];
    for (const one of review().querySelectorAll("[data-start]")) {
      if (!range.intersectsNode(one)) continue;
      const all = characters(one.cloneNode(true));
      const first = Number(one.dataset.start);
      let from = one.contains(range.startContainer) ? before(one, range.startContainer, range.startOffset) : 0;
      let to = one.contains(range.endContainer) ? before(one, range.endContainer, range.endOffset) : all.length;
      while (from < to && /\s/u.test(all[from])) from++;
      while (from < to && /\s/u.test(all[to - 1])) to--;
      if (from < to) pieces.push([first + from, first + to, all.slice(from, to).join("")]);
    }
    if (!pieces.length) return null;
    const words = pieces.map(piece => piece[2]).join(" ");
    const place = `${pieces[0][0]}-${pieces.at(-1)[1]}`;
    return words.includes(HIDDEN) ? place : `${place} ${words}`; // what is hidden cannot be compared
  }

  function take() {
    const place = document.getElementById("fix") && selected();
    if (!place) return;
    pick(part);
    document.getElementById(`fix-${part}`).value = place;
    document.querySelector("#fix .buttons button").focus({ preventScroll: true });
    say(`${part}: ${place}. Save keeps it.`);
  }

  const soon = () => { clearTimeout(waiting); waiting = setTimeout(take, 150); };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") event.target.blur();
    else if (keysOn() && event.key.length === 1 && event.key !== " " && !isField(event.target) && !(event.repeat && !"jk".includes(event.key))) {
      if (document.querySelector(`[data-key~="${CSS.escape(event.key)}"]`)) event.preventDefault();
      inTurn(() => press(event.key));
    }
  });

  if (!document.getElementById("keys-on")) return;

  offerKeys();

  document.addEventListener("click", event => {
    const link = event.target.closest("#review a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!/\/review(\/next)?$/.test(new URL(link.href).pathname) || link.pathname === "/review") return;
    event.preventDefault();
    inTurn(() => go(link.href));
  });
  document.addEventListener("submit", event => {
    if (!event.target.closest("#review")) return;
    event.preventDefault();
    inTurn(() => send(event.target, event.submitter));
  });
  document.addEventListener("focusin", event => {
    const words = event.target.closest?.("[data-part]");
    if (words && words.dataset.part !== part) pick(words.dataset.part);
  });
  document.addEventListener("pointerdown", () => { held = true; });
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { held = false; soon(); });
  document.addEventListener("selectionchange", () => { if (!held) soon(); });
})();

/* The coordinators' board looks every few seconds whether anything changed and shows it in place; asked with the tag of what it has, a board as it was
 * costs a 304. Without this file one loads the page again. */
(() => {
  "use strict";
  const board = document.querySelector("[data-live]");
  const said = document.getElementById("zmena");
  const SECONDS = 15;
  if (!board || !said) return;
  let tag = "", asking = false;

  const show = (fresh) => {
    const at = document.activeElement, href = board.contains(at) ? at.getAttribute("href") : null;
    board.replaceChildren(...document.importNode(fresh, true).childNodes);
    const again = href && [...board.querySelectorAll("a")].find((a) => a.getAttribute("href") === href);
    if (again) again.focus();
    said.textContent = board.dataset.live;
  };
  const look = () => {
    if (document.hidden || asking) return;
    /* A document without script: policies of this page forbid to make one of a text. */
    const ask = new XMLHttpRequest();
    ask.open("GET", location.href);
    ask.responseType = "document";
    if (tag) ask.setRequestHeader("If-None-Match", tag);
    ask.onload = () => {
      const fresh = ask.status === 200 && ask.response && ask.response.querySelector("[data-live]");
      if (!fresh) return;
      tag = ask.getResponseHeader("ETag") || "";
      if (fresh.innerHTML !== board.innerHTML) show(fresh);
    };
    ask.onloadend = () => { asking = false; };
    asking = true;
    ask.send();
  };
  setInterval(look, SECONDS * 1000);
  document.addEventListener("visibilitychange", look);
})();

/* Suggestions under the search of towns (ARIA combobox), and the position for "around me". Pages work without this file. */
(() => {
  "use strict";
  const input = document.getElementById("obec");
  const form = input && input.closest("form");
  if (form && !input.readOnly) {
    const list = document.createElement("ul");
    let at = -1, last = "", timer;
    list.id = "obec-navrhy";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.querySelector("label").textContent);
    form.append(list);
    for (const [name, value] of [["role", "combobox"], ["autocomplete", "off"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]])
      input.setAttribute(name, value);

    const show = (open) => {
      list.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (!open) mark(-1);
    };
    const mark = (n) => {
      const rows = list.children;
      if (rows[at]) rows[at].setAttribute("aria-selected", "false");
      at = n;
      if (rows[at]) {
        rows[at].setAttribute("aria-selected", "true");
        input.setAttribute("aria-activedescendant", rows[at].id);
      } else input.removeAttribute("aria-activedescendant");
    };
    const row = (place, n) => {
      const li = document.createElement("li");
      li.id = "obec-navrh-" + n;
      li.setAttribute("role", "option");
      li.setAttribute("aria-selected", "false");
      li.textContent = place.name + ", " + place.district;
      li.dataset.url = place.url;
      return li;
    };
    const ask = async () => {
      const typed = input.value.trim();
      if (typed === last) return;
      last = typed;
      if (typed.length < 2) return show(false);
      try {
        const reply = await fetch(form.action.replace(/hledat$/, "mista.json") + "?q=" + encodeURIComponent(typed));
        const places = (await reply.json()).places;
        if (typed !== last) return;
        list.replaceChildren(...places.map(row));
        mark(-1);
        show(places.length > 0);
      } catch { show(false); }
    };
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("blur", () => setTimeout(show, 200, false));
    input.addEventListener("keydown", (e) => {
      const n = list.children.length;
      if (list.hidden || !n) return;
      if (e.key === "ArrowDown") mark((at + 1) % n);
      else if (e.key === "ArrowUp") mark((at + n - (at < 0 ? 0 : 1)) % n);
      else if (e.key === "Escape") show(false);
      else if (e.key === "Enter" && at >= 0) location.href = list.children[at].dataset.url;
      else return;
      e.preventDefault();
    });
    list.addEventListener("mousedown", (e) => { const li = e.target.closest("li"); if (li) location.href = li.dataset.url; });
  }
  for (const link of document.querySelectorAll("a[data-position]"))
    link.addEventListener("click", (e) => {
      if (!navigator.geolocation) return;
      e.preventDefault();
      navigator.geolocation.getCurrentPosition(
        /* a kilometre is near enough, and all that leaves the browser */
        (p) => { location.href = link.href + "?lat=" + p.coords.latitude.toFixed(2) + "&lon=" + p.coords.longitude.toFixed(2); },
        () => { location.href = link.href; }, { timeout: 10000, maximumAge: 600000 });
    });
})();

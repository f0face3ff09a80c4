// What a page gains with script; every page works without it.

// A value to copy: the button appears only where the browser can copy.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  navigator.clipboard.writeText(button.dataset.copy).then(() => {
    const said = document.getElementById(button.getAttribute('aria-describedby'));
    if (said) said.textContent = 'Copied';
  });
});
document.documentElement.classList.add('has-script');

// A fault is called as its field is: without script by the name that the form sends, which is often the same.
const callFaults = () => {
  for (const link of document.querySelectorAll('#errors a[data-by-field]')) {
    const field = document.getElementById(link.hash.slice(1));
    const label = field && field.labels && field.labels[0];
    if (label) link.textContent = label.textContent.trim();
  }
};
callFaults();
document.addEventListener('htmx:afterSettle', callFaults);

// A swap brings a part of a whole page; when the answer is an error, the whole page of the error is shown instead of nothing.
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status >= 400) {
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
    const target = event.detail.target.id && page.getElementById(event.detail.target.id);
    if (target) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    } else {
      window.location.assign(event.detail.pathInfo.finalRequestPath);
    }
  }
});

// Two minutes before a session that nobody uses ends, the page says so; each request begins the time anew.
const warning = document.getElementById('session-warning');
if (warning) {
  let timer;
  const begin = () => {
    clearTimeout(timer);
    warning.hidden = true;
    timer = setTimeout(() => { warning.hidden = false; }, (warning.dataset.idleMinutes - 2) * 60000);
  };
  document.addEventListener('htmx:afterRequest', event => { if (event.detail.successful) begin(); });
  begin();
}

// How much of a file is sent: a bar, and a word at every tenth.
document.addEventListener('htmx:xhr:progress', event => {
  const bar = event.target.querySelector && event.target.querySelector('.sending progress');
  if (!bar || !event.detail.lengthComputable || !event.detail.total) return;
  bar.closest('.sending').hidden = false;
  const tenth = Math.floor(10 * event.detail.loaded / event.detail.total) * 10;
  bar.value = tenth;
  const said = event.target.querySelector('[data-sent]');
  const words = tenth < 100 ? tenth + '% sent' : 'All sent. It is being read.';
  if (said && said.textContent !== words) said.textContent = words;
});

// A status that says the same as before is not said again.
document.addEventListener('htmx:oobBeforeSwap', event => {
  const target = event.detail.target;
  if (target && target.getAttribute('role') === 'status' && event.detail.fragment.textContent.trim() === target.textContent.trim()) {
    event.detail.shouldSwap = false;
  }
});

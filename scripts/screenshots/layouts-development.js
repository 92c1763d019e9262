/**
 * Surroundings in which the error texts are shown to whoever works on the reading of pictures. The held-out pictures have
 * others (`layouts-held-out.js`). `data-tight` marks what a person would cut out.
 */
import { documentOf, escapeHtml } from './html.js';

const people = ['Dana Whitfield', 'Marek Hollis', 'Priya Natarajan', 'Jonas Brandt', 'Aiko Tanabe', 'Luis Ferrer'];
const apps = ['Salesforce', 'Office 365', 'Zoom', 'Box', 'Expense portal', 'Confluence'];

function card(text, look, { pick }) {
  return documentOf({
    look,
    css: (
      c,
    ) => `main{width:400px;margin:40px auto;background:${c.card};border:1px solid ${c.line};border-radius:8px;padding:28px}
.logo{color:${c.accent};font-weight:700;font-size:1.7em;text-align:center;margin-bottom:18px}
.error{background:${c.tint};color:${c.error};border-left:4px solid ${c.error};padding:10px 12px;margin:14px 0}
input{width:100%;padding:8px;border:1px solid ${c.line};background:${c.card};color:${c.text};font:inherit;margin:4px 0 12px}
button{width:100%;padding:9px;background:${c.accent};color:#fff;border:0;font:inherit} footer{text-align:center;font-size:.85em;margin-top:30px}`,
    body: `<main data-tight><div class="logo">Northwind</div><h2>Sign In</h2><div class="error">${escapeHtml(text)}</div>
<label>Username</label><input value="${pick(people).toLowerCase().replace(' ', '.')}@northwind.example"><label>Password</label><input>
<label><input type="checkbox" style="width:auto"> Keep me signed in</label><button>Sign in</button><p class="quiet" style="margin-top:14px">Need help signing in?</p></main>
<footer class="quiet">Powered by Okta &nbsp; Privacy Policy</footer>`,
  });
}

function consoleTable(text, look, { pick, between }) {
  const row = (index, result) =>
    `<tr><td>Nov ${between(10, 26)} ${between(10, 23)}:${between(10, 59)}:${between(10, 59)}</td><td>${pick(people)}</td><td>${index % 3 === 0 ? 'Evaluation of sign-on policy' : pick(['User login to Okta', 'User single sign on to app', 'Authenticate user with AD agent'])}</td><td>${result}</td><td>${pick(apps)}</td></tr>`;
  const rows = Array.from({ length: 12 }, (_, index) =>
    index === 5
      ? `<tr class="bad" data-tight><td>Nov 24 11:42:07</td><td>${pick(people)}</td><td>Authenticate user via IdP</td><td>FAILURE: ${escapeHtml(text)}</td><td>${pick(apps)}</td></tr>`
      : row(index, pick(['SUCCESS', 'SUCCESS', 'ALLOW', 'FAILURE: INVALID_CREDENTIALS'])),
  );
  return documentOf({
    look,
    css: (
      c,
    ) => `nav{position:absolute;left:0;top:0;bottom:0;width:220px;background:${c.bar};padding:24px} nav p{margin:10px 0}
section{margin-left:220px;padding:24px} td,th{border-bottom:1px solid ${c.line};padding:7px 10px;text-align:left;vertical-align:top} th{color:${c.quiet}} .bad td{background:${c.tint}}`,
    body: `<nav><h3>Okta</h3><p>Dashboard</p><p>Directory</p><p>Customizations</p><p>Applications</p><p>Security</p><p>Workflow</p><p>Reports</p><p>Settings</p></nav>
<section><h1>System Log</h1><p class="quiet" style="margin:8px 0 16px">From 11/17/2026 00:00:00 to 11/24/2026 23:59:59 CET — Events: ${between(120, 900)}</p>
<table><tr><th>Time</th><th>Actor</th><th>Event info</th><th>Result</th><th>Targets</th></tr>${rows.join('')}</table></section>`,
  });
}

function terminal(text, look, { between, pick }) {
  const stamp = () =>
    `2026-11-${between(10, 26)}T0${between(1, 9)}:${between(10, 59)}:${between(10, 59)}.${between(100, 999)}Z`;
  return documentOf({
    look: { ...look, font: pick(['"Liberation Mono"', '"DejaVu Sans Mono"']) },
    css: (c) => `pre{margin:0;padding:14px;background:${c.card};font:inherit;white-space:pre-wrap;width:900px}`,
    body: `<pre data-tight>${stamp()} INFO  [http-nio-8443-exec-${between(1, 30)}] request accepted path=/SAAS/auth/saml/response
${stamp()} DEBUG session restored for tenant northwind
${stamp()} ERROR [http-nio-8443-exec-${between(1, 30)}] ${escapeHtml(text)}
${stamp()} INFO  sync finished, 0 users changed
admin@connector:~$ <span>▮</span></pre>`,
  });
}

function modal(text, look, { pick }) {
  return documentOf({
    look,
    css: (
      c,
    ) => `.back{position:fixed;inset:0;background:#0008} dialog{display:block;position:fixed;top:200px;left:50%;margin-left:-230px;width:460px;border:0;border-radius:6px;background:${c.card};color:${c.text};padding:0}
dialog h2{font-size:1.2em;padding:14px 18px;border-bottom:1px solid ${c.line}} dialog p{padding:16px 18px} dialog div{padding:10px 18px;text-align:right;border-top:1px solid ${c.line}} b{color:${c.accent};padding-left:20px} ul{line-height:2.2}`,
    body: `<ul><li>${apps.join('<li>')}<li>Group assignments<li>Provisioning<li>Import<li>Sign on</ul><div class="back"></div>
<dialog data-tight><h2>${pick(['Error', 'Something went wrong', 'Unable to save', 'Request failed'])}</h2><p>${escapeHtml(text)}</p><div><b>Cancel</b><b>OK</b></div></dialog>`,
  });
}

function phone(text, look, { between }) {
  return documentOf({
    look: { ...look, size: look.size + 2 },
    css: (
      c,
    ) => `header{display:flex;justify-content:space-between;padding:12px 22px;font-weight:600} .bar{background:${c.bar};border-radius:10px;margin:0 14px;padding:9px;text-align:center}
main{padding:60px 26px;text-align:center} h2{margin-bottom:14px} p{color:${c.quiet}} button{margin-top:26px;padding:12px 34px;border:0;border-radius:8px;background:${c.accent};color:#fff;font:inherit}`,
    body: `<header><span>${between(8, 18)}:${between(10, 59)}</span><span>5G &nbsp; ${between(20, 99)}%</span></header><div class="bar">northwind.okta.example</div>
<main data-tight><h2>Sign-in failed</h2><p>${escapeHtml(text)}</p><button>Try again</button></main>`,
  });
}

function toast(text, look, { pick, between }) {
  return documentOf({
    look,
    css: (c) =>
      `.toast{position:fixed;right:26px;top:26px;width:380px;background:${c.card};border:1px solid ${c.line};border-left:5px solid ${c.error};padding:14px 16px;box-shadow:0 4px 18px #0004} main{padding:40px} td{padding:8px 30px 8px 0;border-bottom:1px solid ${c.line}}`,
    body: `<main><h1>Users</h1><table><tr><td>Name<td>Domain<td>Status<td>Last sync${people.map((name) => `<tr><td>${name}<td>northwind.example<td>${pick(['Enabled', 'Disabled', 'Pending'])}<td>${between(1, 59)} min ago`).join('')}</table></main>
<div class="toast" data-tight><b>Provisioning error</b><p>${escapeHtml(text)}</p><p class="quiet">Dismiss</p></div>`,
  });
}

/** `isPhone`: drawn 390 pixels wide and two or three times as fine. */
export const layouts = [
  { id: 'card', draw: card },
  { id: 'console-table', draw: consoleTable },
  { id: 'terminal', draw: terminal },
  { id: 'modal', draw: modal },
  { id: 'phone', draw: phone, isPhone: true },
  { id: 'toast', draw: toast },
];

function chat(text, look) {
  return documentOf({
    look,
    css: (c) => `main{padding:20px;width:620px} p{margin:10px 0} b{color:${c.accent}}`,
    body: `<main data-tight>${text
      .split('|')
      .map(
        (line, index) =>
          `<p><b>${people[index % people.length]}</b> <span class="quiet">10:${10 + index}</span><br>${escapeHtml(line)}</p>`,
      )
      .join('')}</main>`,
  });
}

/** Pictures that ask for nothing that this knowledge answers. */
export const unrelated = [
  { draw: chat, text: 'Lunch at the new place on Thursday?|I am in, 12:30 works|Booked a table for six' },
  { draw: card, text: 'Your session with the travel booking site has timed out. Please sign in again.' },
  { draw: terminal, text: 'java.sql.SQLException: ORA-12541: TNS:no listener' },
  { draw: modal, text: 'The printer HP LaserJet 4250 is out of paper. Load plain A4 in tray 2.' },
  { draw: toast, text: 'Calendar invitation could not be delivered: the mailbox of the recipient is full.' },
  { draw: phone, text: 'This network requires you to accept the terms of use of the hotel.' },
  { draw: modal, text: 'Excel cannot open the file budget.xlsx because the file format or extension is not valid.' },
  { draw: chat, text: 'The Workspace ONE rollout went fine, thanks all|Great, no tickets so far|Next wave is Monday' },
];

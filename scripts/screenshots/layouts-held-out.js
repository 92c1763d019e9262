/**
 * The surroundings of the held-out pictures. Whoever works on the reading of pictures looks at `layouts-development.js`
 * only; these are never adapted to what goes wrong.
 */
import { documentOf, escapeHtml } from './html.js';

const logins = ['h.okafor', 'svetlana.b', 'mgruber', 'tl-osaka3', 'renee.dubois', 'pchatterjee'];

function splitSignIn(text, look, { pick }) {
  return documentOf({
    look,
    css: (
      c,
    ) => `.left{position:fixed;left:0;top:0;bottom:0;width:52%;background:linear-gradient(120deg,#0b2447,#19376d);color:#fff;padding:80px 60px}
.left h1{font-size:2.4em} .right{margin-left:52%;padding:120px 70px;min-height:900px;background:${c.card}} .msg{color:${c.error};font-weight:600;margin:18px 0} .field{border-bottom:1px solid ${c.line};padding:10px 0;margin:12px 0}
.go{background:${c.accent};color:#fff;padding:10px;text-align:center;margin-top:18px}`,
    body: `<div class="left"><h1>Welcome to Acme Workspace</h1><p>All your apps in one place, on any device.</p></div>
<div class="right"><div data-tight style="padding:12px"><h2>Workspace ONE</h2><p class="quiet">acme.example domain</p><p class="msg">${escapeHtml(text)}</p><div class="field">${pick(logins)}</div><div class="field quiet">Password</div><div class="go">Sign in</div>
<p class="quiet" style="margin-top:12px">Forgot password? &middot; Change to a different domain</p></div><p class="quiet" style="margin-top:120px;font-size:.8em">&copy; 2026 Omnissa, LLC. All rights reserved. Patents. Terms of Service.</p></div>`,
  });
}

function alertSheet(text, look, { between }) {
  return documentOf({
    look: { ...look, size: look.size + 1 },
    css: (
      c,
    ) => `header{display:flex;justify-content:space-between;padding:10px 26px;font-weight:600} .list p{padding:13px 18px;border-bottom:1px solid ${c.line}} .shade{position:fixed;inset:0;background:#0005}
.alert{position:fixed;top:290px;left:60px;width:270px;border-radius:14px;background:${c.card};text-align:center} .alert div{padding:18px 16px} .alert footer{border-top:1px solid ${c.line};color:${c.accent};padding:11px;font-size:1.1em}`,
    body: `<header><span>${between(7, 19)}:${between(10, 59)}</span><span>LTE ${between(11, 99)}</span></header><div class="list"><p>Favorites</p><p>All apps</p><p>People</p><p>Support</p><p>This device</p><p>Account</p></div><div class="shade"></div>
<div class="alert" data-tight><div><b>Cannot sign in</b><br>${escapeHtml(text)}</div><footer>OK</footer></div>`,
  });
}

function drawer(text, look, { between, pick }) {
  const pair = (name, value) => `<dt class="quiet">${name}</dt><dd>${value}</dd>`;
  return documentOf({
    look,
    css: (
      c,
    ) => `.list{width:60%;padding:20px} .list p{border-bottom:1px solid ${c.line};padding:9px 0} aside{position:fixed;right:0;top:0;bottom:0;width:40%;background:${c.card};border-left:1px solid ${c.line};padding:22px}
dl{display:grid;grid-template-columns:130px 1fr;gap:8px 14px;margin:16px 0} dd{margin:0}`,
    body: `<div class="list"><h2>Recent activity</h2>${logins
      .map(
        (login) =>
          `<p>${login}@acme.example &nbsp; <span class="quiet">${pick(['opened Workday', 'changed profile', 'signed in from Linz', 'enrolled a factor'])}, ${between(2, 58)} minutes ago</span></p>`,
      )
      .join('')
      .repeat(2)}</div>
<aside data-tight><h3>Event details</h3><dl>${pair('Type', 'user.authentication.auth_via_IDP')}${pair('Outcome', 'FAILURE')}${pair('Reason', escapeHtml(text))}${pair('Actor', `${pick(logins)}@acme.example`)}${pair('Client', `Chrome, Windows 11, 203.0.113.${between(2, 250)}`)}${pair('Severity', 'WARN')}</dl></aside>`,
  });
}

function nativeBox(text, look, { pick }) {
  return documentOf({
    look,
    css: (
      c,
    ) => `.box{margin:60px;width:430px;background:${c.card};border:1px solid ${c.quiet}} .title{display:flex;justify-content:space-between;padding:7px 12px;background:${c.bar}} .main{display:flex;gap:16px;padding:22px 18px} .icon{width:34px;height:34px;border-radius:50%;background:#c42b1c;color:#fff;text-align:center;line-height:34px;font-weight:700}
.keys{background:${c.bar};padding:12px;text-align:right} .keys span{background:${c.card};border:1px solid ${c.quiet};padding:4px 26px}`,
    body: `<div class="box" data-tight><div class="title"><span>${pick(['Intelligent Hub', 'Okta Verify', 'Workspace ONE'])}</span><span>&#10005;</span></div><div class="main"><div class="icon">!</div><div>${escapeHtml(text)}</div></div><div class="keys"><span>OK</span></div></div>`,
  });
}

function rawAnswer(text, look, { between }) {
  const body = JSON.stringify(
    {
      errorCode: `E00000${between(10, 99)}`,
      errorSummary: text,
      errorLink: `E00000${between(10, 99)}`,
      errorId: `oae${between(100000, 999999)}`,
      errorCauses: [],
    },
    undefined,
    2,
  );
  return documentOf({
    look: { ...look, font: '"DejaVu Sans Mono"' },
    css: (c) =>
      `.tabs{background:${c.bar};padding:8px 14px;font-family:Inter} .tabs span{background:${c.card};padding:6px 16px;border-radius:6px 6px 0 0} .url{background:${c.card};padding:8px 16px;font-family:Inter;border-bottom:1px solid ${c.line}} pre{font:inherit;padding:10px;margin:0;white-space:pre-wrap;max-width:820px}`,
    body: `<div class="tabs"><span>acme.example/api</span></div><div class="url">https://acme.example/api/v1/idps/0oa${between(1000, 9999)}/callback?state=eyJ${between(100000, 999999)}</div><pre data-tight>${escapeHtml(body)}</pre>`,
  });
}

function deviceConsole(text, look, { between, pick }) {
  const event = (what, kind) =>
    `<li><b>${kind}</b> ${what} <span class="quiet">11/${between(10, 26)}/2026 ${between(1, 12)}:${between(10, 59)} AM</span></li>`;
  return documentOf({
    look,
    css: (c) =>
      `.top{background:#243a4d;color:#fff;padding:12px 20px} .cols{display:grid;grid-template-columns:180px 1fr 1fr;gap:24px} nav{background:${c.bar};padding:16px;min-height:840px} nav p{margin:9px 0} ul{list-style:none;padding:0} li{padding:9px 0;border-bottom:1px solid ${c.line}} .cols>div{padding-top:18px}`,
    body: `<div class="top">Workspace ONE UEM &nbsp;&nbsp; ACME / Europe / Helpdesk &nbsp;&nbsp; ${pick(logins)}</div><div class="cols"><nav><p>MONITOR</p><p>DEVICES</p><p>ACCOUNTS</p><p>RESOURCES</p><p>SECURITY</p><p>GROUPS &amp; SETTINGS</p></nav>
<div><h3>Summary</h3><ul><li>Serial number C02${between(1000, 9999)}XK</li><li>Ownership: Corporate - Dedicated</li><li>Compliance: Compliant</li><li>Enrolled ${between(3, 200)} days ago</li><li>OS version ${between(14, 26)}.1</li><li>Passcode present</li></ul></div>
<div data-tight style="padding:14px"><h3>Troubleshooting</h3><ul>${event('Check-in received', 'Info')}${event('Profile list sampled', 'Info')}${event(escapeHtml(text), 'Error')}${event('Command queued: device query', 'Info')}</ul></div></div>`,
  });
}

function hubApp(text, look, { between }) {
  return documentOf({
    look: { ...look, font: 'Roboto', size: look.size + 2 },
    css: (c) =>
      `.status{padding:8px 18px;display:flex;justify-content:space-between} .app{background:#1b6b9c;color:#fff;padding:16px 18px;font-size:1.3em} .banner{margin:18px;padding:16px;border-radius:4px;background:${c.tint};color:${c.error}} .tile{margin:14px 18px;padding:16px;background:${c.card};border:1px solid ${c.line}} .bottom{position:fixed;bottom:0;left:0;right:0;display:flex;justify-content:space-around;padding:14px;background:${c.card}}`,
    body: `<div class="status"><span>${between(7, 19)}:${between(10, 59)}</span><span>${between(20, 99)} %</span></div><div class="app">Intelligent Hub</div><div data-tight style="padding:1px 0"><div class="banner">${escapeHtml(text)}</div><div class="tile"><b>Your account</b><br>hub.acme.example</div></div><div class="tile">Notifications<br><span class="quiet">You are all caught up</span></div><div class="bottom"><span>Favorites</span><span>Apps</span><span>For You</span><span>Support</span></div>`,
  });
}

function viewer(text, look, { between, pick }) {
  const line = (number, level, what) =>
    `<tr><td class="n">${number}</td><td>${between(10, 23)}:${between(10, 59)}:${between(10, 59)},${between(100, 999)}</td><td>${level}</td><td>${what}</td></tr>`;
  const calm = [
    'Cache refreshed',
    'Heartbeat from connector-2',
    'Directory sync started',
    'Token exchanged',
    'Policy set evaluated: default',
    'Outbound proxy not configured',
  ];
  const rows = Array.from({ length: 16 }, (_, index) =>
    index === 9
      ? `<tbody data-tight>${line(410 + index, 'ERROR', escapeHtml(text))}</tbody>`
      : line(410 + index, pick(['INFO', 'DEBUG', 'WARN']), pick(calm)),
  );
  return documentOf({
    look: { ...look, font: '"Liberation Mono"' },
    css: (c) =>
      `.head{padding:10px 16px;background:${c.bar};font-family:Inter} td{padding:2px 14px 2px 6px;vertical-align:top;white-space:nowrap} td:last-child{white-space:normal;width:100%} .n{color:${c.quiet};text-align:right;border-right:1px solid ${c.line}}`,
    body: `<div class="head">horizon.log &nbsp; Filter: none &nbsp; ${between(900, 9000)} lines</div><table>${rows.join('')}</table>`,
  });
}

export const layouts = [
  { id: 'split-sign-in', draw: splitSignIn },
  { id: 'alert-sheet', draw: alertSheet, isPhone: true },
  { id: 'drawer', draw: drawer },
  { id: 'native-box', draw: nativeBox },
  { id: 'raw-answer', draw: rawAnswer },
  { id: 'device-console', draw: deviceConsole },
  { id: 'hub-app', draw: hubApp, isPhone: true },
  { id: 'viewer', draw: viewer },
];

function dashboard(text, look, { between }) {
  return documentOf({
    look,
    css: (c) =>
      `main{padding:26px} .row{display:grid;grid-template-columns:repeat(4,1fr);gap:18px;margin:20px 0} .row div{background:${c.card};border:1px solid ${c.line};padding:18px} .row b{font-size:2em;display:block}`,
    body: `<main data-tight><h1>${escapeHtml(text)}</h1><div class="row"><div>Users<b>${between(900, 9000)}</b></div><div>Devices<b>${between(900, 9000)}</b></div><div>Sign-ins today<b>${between(900, 9000)}</b></div><div>Apps<b>${between(20, 90)}</b></div></div><p class="quiet">Updated ${between(2, 50)} minutes ago. All systems operational.</p></main>`,
  });
}

export const unrelated = [
  { draw: dashboard, text: 'Device overview, Europe' },
  { draw: dashboard, text: 'Identity dashboard' },
  {
    draw: nativeBox,
    text: 'Outlook cannot connect to the server mail.fabrikam.example. Check the network and try again.',
  },
  { draw: rawAnswer, text: 'Repository fabrikam/website is archived and can no longer be written to.' },
  { draw: viewer, text: 'Kafka broker 3 lost its lease, partition 12 has no leader' },
  { draw: hubApp, text: 'A new version of the cafeteria app is ready to install.' },
  { draw: alertSheet, text: 'Storage almost full. You can manage your storage in Settings.' },
  { draw: splitSignIn, text: 'Scheduled maintenance on Sunday from 02:00 to 04:00. Sign-in stays available.' },
  { draw: nativeBox, text: 'SAP GUI: connection to message server failed, service sapmsPRD unknown.' },
  { draw: deviceConsole, text: 'Battery health below 80 percent, replacement recommended' },
];

/** What the pages of all layouts share: escaping, colours of a light and a dark screen, one document around a body. */

export const colours = {
  light: {
    page: '#f4f5f7',
    card: '#ffffff',
    text: '#1d1d21',
    quiet: '#6e6e78',
    line: '#d7d7dc',
    error: '#a4110f',
    tint: '#fdeceb',
    accent: '#1662dd',
    bar: '#dfe1e5',
  },
  dark: {
    page: '#15171a',
    card: '#212429',
    text: '#e8e9eb',
    quiet: '#9a9ea6',
    line: '#3a3f46',
    error: '#ff9b94',
    tint: '#3a1f1f',
    accent: '#6aa5ff',
    bar: '#2b2f35',
  },
};

export function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function documentOf({ body, css, look }) {
  const c = colours[look.theme];
  return `<!doctype html><meta charset="utf-8"><style>
*{box-sizing:border-box} body{margin:0;background:${c.page};color:${c.text};font:${look.size}px/1.45 ${look.font}}
h1,h2,h3,p{margin:0} table{border-collapse:collapse;width:100%} .quiet{color:${c.quiet}}
${css(c)}</style>${body}`;
}

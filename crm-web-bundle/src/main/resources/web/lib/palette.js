import { html } from 'lit';

/** The colours that a stage can have, by name. The server keeps the number; what is drawn is the token of that name. */
export const PALETTE = [
  ['slate', 'Slate', '#64748b'], ['blue', 'Blue', '#0284c7'], ['teal', 'Teal', '#0d9488'],
    ['green', 'Green', '#15803d'],
  ['amber', 'Amber', '#d97706'], ['red', 'Red', '#b91c1c'], ['pink', 'Pink', '#be185d'],
    ['violet', 'Violet', '#7c3aed'],
];

const toneOf = color => PALETTE.find(([, , value]) => value === color?.toLowerCase())?.[0];

/** Its name, or the number itself for one that came from elsewhere. */
export const colourName = color => PALETTE.find(([, , value]) => value === color?.toLowerCase())?.[1] || color
  || 'No colour';

/** A dot of the colour, beside the name that it stands for. */
export function dot(color) {
  if (!color) return html`<i class="dot" aria-hidden="true"></i>`;
  const tone = toneOf(color);
  if (tone) return html`<i class="dot ${tone}" title=${colourName(color)} aria-hidden="true"></i>`;
  const own = document.createElement('i');
  own.className = 'dot';
  own.style.background = color;
  return html`${own}`;
}

/** Chooses one of them, or none. */
export const swatches = (chosen, name = 'color') =>
  html`<fieldset class="bare-set"><legend class="label">Colour</legend><div class="swatches">
  ${[[null, 'None', ''], ...PALETTE, ...(chosen && !toneOf(chosen) ? [[null, chosen, chosen]]
    : [])].map(([, label, value]) => html`
    <label class="swatch"><input class="unseen" type="radio" name=${name} value=${value}
      ?checked=${(chosen || '').toLowerCase() === value.toLowerCase()}>${dot(value
        || null)}<span>${label}</span></label>`)}</div></fieldset>`;

import { html } from 'lit';
import { CrmDialog } from '../../lib/dialogs.js';
import { view } from '../../lib/drafts.js';

const KEYS = [
  ['Anywhere', [
    ['/', 'Search and jump'], ['n', 'New opportunity'], ['g p', 'Pipeline'], ['g d', 'My day'], ['g c', 'Calendar'],
    ['g i', 'Inbox'], ['g a', 'Activities'], ['g o', 'Contacts'], ['g r', 'Reports'], ['Ctrl Z', 'Undo the last act'],
    ['?', 'All keys'], ['Esc', 'Close the innermost thing'],
  ]],
  ['On the board', [
    ['Arrows', 'From card to card, column to column'], ['Enter', 'Open'], ['m', 'Move to …'], ['w', 'Mark won'],
    ['l', 'Mark lost'], ['a', 'Schedule an activity'], ['e', 'Edit in place'], ['d', 'Next step done'],
      ['r', 'Next step: done, another day, one more'],
    ['Shift + arrows', 'Move the card'],
  ]],
  ['On an opportunity', [['m w l a d e', 'As on the board; e edits the name']]],
  ['In the list', [
    ['Arrows', 'From row to row'], ['x', 'Select'], ['Shift + arrows', 'Extend the selection'],
    ['Shift + x', 'Select up to here'],
    ['m w l a', 'For what is selected, else the row'], ['Esc', 'Select none'],
  ]],
  ['On my day and in activities', [
    ['Arrows', 'From row to row'], ['Enter', 'Open the opportunity'], ['d', 'Done'], ['r', 'Reschedule'], ['e', 'Edit'],
    ['x', 'Select'], ['Shift + arrows', 'Move it in my day'],
  ]],
];

const line = ([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`;

/** All keys at a glance, and the switch for those who type with their voice. */
class CrmKeys extends CrmDialog {
  /** Reading starts at the top, not at the button below. */
  firstUpdated() {
    super.firstUpdated();
    const heading = this.querySelector('h2');
    heading.tabIndex = -1;
    heading.focus();
    this.querySelector('dialog').scrollTop = 0;
  }

  render() {
    const body = html`${KEYS.map(([title, keys]) => html`<section><h3 class="label">${title}</h3>
      <dl class="keys">${keys.map(line)}</dl></section>`)}
      <label class="check"><input type="checkbox" .checked=${view.get('keys', true)}
        @change=${e => view.set('keys', e.target.checked)}> Single-letter keys</label>`;
    return this.frame('Keys', body, html`<button class="quiet">Close</button>`, () => this.close());
  }
}
customElements.define('crm-keys', CrmKeys);

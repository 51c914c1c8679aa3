import { ask as dialog } from '../../lib/dialogs.js';
import { listed } from '../../lib/format.js';
import '../crm-confirm/crm-confirm.js';

/** What the server asks by refusing a text, and the member that answers it. */
export const QUESTIONS = {
  external_confirmation_required: { member: 'confirmExternal', ask: external },
  mention_without_access: { member: 'grantAccess', ask: access },
};

/** Asks once. Gives the member to send in addition, or nothing when the answer is no or it was asked already. */
export async function ask(body, problem) {
  const question = QUESTIONS[problem.code];
  if (question.member in body) return null;
  const answer = await question.ask(problem);
  return answer && { [question.member]: answer };
}

/** A note to an outsider, with each address by name (SEMANTICS X2). */
async function external({ addresses }) {
  const sure = await dialog('crm-confirm', {
    heading: 'Send this note outside the company?',
    word: 'Send note',
    text: `You mention people who are not colleagues. This note, and nothing else, goes to ${listed(addresses)}.`,
  });
  return sure ? addresses : null;
}

/** Colleagues who may not read the record (SEMANTICS V5). */
async function access(problem) {
  const text = `${problem.message} With access they follow it and hear what happens to it.`;
  const sure = await dialog('crm-confirm', { heading: 'Give access to this record?', word: 'Give access', text });
  return sure ? problem.people : null;
}

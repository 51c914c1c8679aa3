import { amountProblem, parseAmount } from './amount.js';
import { locale, plainNumber } from './format.js';
import { Problem } from './problem.js';

/** As the reader writes it, for an editor; what is no number stays as it was typed. */
export const amountText = amount => (Number.isNaN(Number(amount)) ? amount
  : plainNumber(Number(amount)));

/**
 * What was typed as money, or nothing when it is empty. Throws a Problem that names the field when it cannot be read.
 */
export function typedMoney(text, currency, field = 'expectedRevenue') {
  if (!text.trim()) return null;
  const { amount, wrong } = parseAmount(text, locale(), currency);
  if (wrong) throw mistyped(field, amountProblem(wrong, locale(), currency));
  return { amount, currency };
}

/** A refusal of our own, in the form of the server's. */
export const mistyped = (field, message) => new Problem(422,
  { code: 'mistyped', detail: message, fields: [{ field, message }] });

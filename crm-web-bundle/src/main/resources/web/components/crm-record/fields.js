import { html } from 'lit';
import { findContacts, findTeams, findUsers } from '../../lib/people.js';
import '../crm-field/crm-field.js';

/** The fields of an opportunity by meaning: with whom and whose it is, then how much, how likely and when. */
const FIELDS = [
  { name: 'customer', label: 'Customer', kind: 'pick', search: findContacts, fresh: true },
  { name: 'email', label: 'Email', kind: 'email' },
  { name: 'phone', label: 'Phone', kind: 'phone' },
  { name: 'salesperson', label: 'Salesperson', kind: 'pick', search: findUsers, person: true },
  { name: 'team', label: 'Team', kind: 'pick', search: findTeams },
  { name: 'expectedRevenue', label: 'Expected revenue', kind: 'money' },
  { name: 'probability', label: 'Probability', kind: 'percent' },
  { name: 'expectedClosing', label: 'Expected closing', kind: 'date' },
  { name: 'priority', label: 'Priority', kind: 'stars' },
  { name: 'tags', label: 'Tags', kind: 'tags' },
];

export const fieldList = (o, changedBy) => FIELDS.map(f => html`
  <crm-field name=${f.name} label=${f.label} kind=${f.kind} .search=${f.search} ?fresh=${f.fresh} .value=${o[f.name]}
    .owner=${o} .changedBy=${changedBy}></crm-field>`);

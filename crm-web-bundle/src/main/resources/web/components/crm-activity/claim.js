import { api } from '../../lib/api.js';

/** Takes one that a team has. Of many who want it one gets it; the others are told who. */
export const claim = activity => api.act(`/activities/${activity.id}/claim`);

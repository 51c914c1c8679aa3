/** The states of an activity that is still to be done. */
export const OPEN = ['overdue', 'today', 'planned'];

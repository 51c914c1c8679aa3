/** Where a figure's records stand: the list, filtered to exactly these. */
export const listAddress = filter => `/pipeline?view=list&${filter}`;

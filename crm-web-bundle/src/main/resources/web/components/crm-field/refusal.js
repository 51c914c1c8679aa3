/**
 * The record to show when an edit in place was refused: what the server told of it, what came meanwhile, or what was
 * there before.
 */
export function afterRefusal(problem, before, ours, now) {
  const base = now === ours ? before : now;
  return problem.current && problem.status === 412 ? { ...base, ...problem.current } : base;
}

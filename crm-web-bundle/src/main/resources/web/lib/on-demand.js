import { isReplaced } from './api.js';

/**
 * Loads a part of the UI when it is first wanted. False when it did not come: the server is out of reach. When the
 * server has another version of the UI by now, the page is loaded anew.
 *
 * @param load calls `import` with the address of the part
 */
export async function arrival(load) {
  try {
    await load();
    return true;
  } catch (problem) {
    if (!/module/i.test(problem.message)) throw problem;   // it came, and is wrong
    if (await isReplaced().catch(() => false)) location.reload();
    return false;
  }
}

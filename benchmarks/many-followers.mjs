// How long a post takes on a record with many followers: a message in the application, from the request to the answer.
// CRM_URL and CRM_PASSWORD name the server and its administrator; FOLLOWERS (1000) users are made first, ROUNDS (30) posts are timed.
// PAUSE (0) milliseconds lie between two posts; without any, each meets the deliveries of the one before.
const { CRM_URL: url = 'http://localhost:8181', CRM_PASSWORD: password, FOLLOWERS = 1000, ROUNDS = 30, PAUSE = 0 } = process.env;
const headers = {
  authorization: `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`, 'content-type': 'application/json',
};

async function post(path, body) {
  const answer = await fetch(`${url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const { id } = await post('/opportunities', { name: 'Followed by many' });
const records = `/records/opportunity/${id}`;
let made = 0;
async function follow() {
  while (made < FOLLOWERS) {
    const n = made++;
    const login = `follower-${id}-${n}`;
    const user = await post('/users', { login, name: `Follower ${n}`, password: `secret-${login}`, roles: ['admin'] });
    await post(`${records}/followers`, { person: { kind: 'user', id: user.id } });
  }
}
await Promise.all([follow(), follow(), follow(), follow()]);

const times = [];
for (let i = 0; i < ROUNDS; i++) {
  const begun = performance.now();
  await post(`${records}/messages`, { kind: 'message', body: `The offer number ${i} is on its way.` });
  times.push(performance.now() - begun);
  await new Promise(resolve => setTimeout(resolve, PAUSE));
}
times.sort((a, b) => a - b);
console.log(`${FOLLOWERS} followers, ${ROUNDS} posts: least ${times[0].toFixed(0)} ms, median ${times[ROUNDS >> 1].toFixed(0)} ms, `
  + `95 % ${times[Math.floor(ROUNDS * 0.95)].toFixed(0)} ms`);

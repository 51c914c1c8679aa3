/** Reads Server-Sent Events out of a body as they come: {id, event, data}, comments as {}. */
export async function* messages(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replace(/\r\n?/g, '\n').split('\n\n');
    rest = blocks.pop();
    yield* blocks.map(parse);
  }
}

function parse(block) {
  const message = {};
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    if (at < 1) continue;
    const name = line.slice(0, at);
    const value = line.slice(at + 1).replace(/^ /, '');
    message[name] = name === 'data' && message.data !== undefined ? `${message.data}\n${value}` : value;
  }
  return message;
}

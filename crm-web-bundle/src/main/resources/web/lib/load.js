/** Fetches what a piece shows, and knows which state to draw: loading, ready, failed, away (comes back by itself). */
export class Load {
  constructor(host, fetcher) {
    this.host = host;
    this.fetcher = fetcher;
    this.status = 'loading';
    this.turn = 0;
    this.asking = 0;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.retry);
    this.turn++;
  }

  /**
   * Only the latest call counts; what is shown stays while it is asked again. An answer older than a `set` is asked
   * once more.
   */
  async run() {
    clearTimeout(this.retry);
    const turn = ++this.turn;
    this.asking = turn;
    this.stale = false;
    if (this.data === undefined) this.show({ status: 'loading' });
    try {
      const data = await this.fetcher();
      if (turn !== this.turn) return;
      this.asking = 0;
      if (this.stale) this.again();
      else this.show({ status: 'ready', data, problem: null });
    } catch (problem) {
      if (!problem.status && problem.status !== 0) throw problem;
      if (turn !== this.turn) return;
      this.asking = 0;
      this.show({ status: problem.passing ? 'away' : 'failed', problem });
      if (problem.passing) this.retry = setTimeout(() => this.again(), (problem.retryAfter || 3) * 1000);
    }
  }

  /** The same question once more. */
  again() {
    return this.run();
  }

  /** Puts in what an act answered, without asking again. */
  set(data) {
    this.stale = this.asking > 0;
    this.show({ status: 'ready', data, problem: null });
  }

  show(patch) {
    Object.assign(this, patch);
    this.host.requestUpdate();
  }
}

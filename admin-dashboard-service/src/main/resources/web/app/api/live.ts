import { session } from '../session/session';
import { ask } from './client';

export type LiveState = 'connecting' | 'live' | 'lost';

/** Longer than the server's heartbeat: a connection that is silent for so long is dead. */
const SILENCE_MILLIS = 20_000;
const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 15_000;

/**
 * The stream that says which dashboards are old. It fires `stale` (with the names of the dashboards, or none for all)
 * and `state`. It comes back by itself, and then says that everything may be old.
 */
class Live extends EventTarget {
  state: LiveState = 'connecting';
  /** When the stream was last heard of. */
  heardAt?: Date;
  /** Changes that wait to be counted. */
  lag?: number;

  private stop?: AbortController;

  /** Listens to one website, or to all; ends what was listened to before. */
  listen(websiteId?: string): void {
    this.stop?.abort();
    const stop = new AbortController();
    this.stop = stop;
    void this.keepListening(websiteId, stop.signal);
  }

  end(): void {
    this.stop?.abort();
  }

  private async keepListening(websiteId: string | undefined, ended: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE_MILLIS;
    while (!ended.aborted && session.me) {
      const silence = new AbortController();
      const timer = new Silence(() => silence.abort());
      try {
        this.become('connecting');
        const response = await ask('/api/v1/admin/dashboards/stream', {
          query: { website_id: websiteId },
          headers: { Accept: 'text/event-stream' },
          signal: AbortSignal.any([ended, silence.signal]),
        });
        for await (const event of events(response.body!)) {
          timer.heard();
          pause = FIRST_PAUSE_MILLIS;
          this.hear(event.name, event.data ? JSON.parse(event.data) : {});
        }
      } catch (broken) {
        // Whatever it was, the cure is the same: say that it is lost, and try again.
        console.debug('the stream broke', broken);
      } finally {
        timer.end();
      }
      if (!ended.aborted) {
        this.become('lost');
        await waitFor(pause, ended);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private hear(name: string, data: { dashboards?: string[]; records?: number | null }): void {
    this.heardAt = new Date();
    if (name === 'lag') {
      this.lag = data.records ?? undefined;
    } else {
      this.dispatchEvent(new CustomEvent('stale', { detail: name === 'changed' ? data.dashboards : undefined }));
    }
    this.become('live');
  }

  private become(state: LiveState): void {
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}

class Silence {
  private timer?: number;

  constructor(private readonly tooLong: () => void) {
    this.heard();
  }

  heard(): void {
    this.end();
    this.timer = window.setTimeout(this.tooLong, SILENCE_MILLIS);
  }

  end(): void {
    window.clearTimeout(this.timer);
  }
}

/** Waits, or until the browser is online again or the wait is called off. */
function waitFor(millis: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      window.clearTimeout(timer);
      window.removeEventListener('online', done);
      ended.removeEventListener('abort', done);
      resolve();
    };
    const timer = window.setTimeout(done, millis);
    window.addEventListener('online', done);
    ended.addEventListener('abort', done);
  });
}

/** EventSource can send no Authorization header, so the lines are read here, as the HTML standard (9.2.6) has them. */
async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<{ name: string; data: string }> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = '';
  let name = '';
  let data: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const lines = (text + value).split(/\r?\n/);
    text = lines.pop()!;
    for (const line of lines) {
      const [, field, content] = /^([^:]*):? ?(.*)$/.exec(line)!;
      if (line === '') {
        if (name || data.length) {
          yield { name, data: data.join('\n') };
        }
        name = '';
        data = [];
      } else if (field === 'event') {
        name = content;
      } else if (field === 'data') {
        data.push(content);
      }
    }
  }
}

export const live = new Live();

import { isAbort } from '../../panels/context';

/** What becomes of an answer: it is told with its question, and whether a newer one waits. */
export interface LiveListener<Q, A> {
  answered(answer: A, question: Q, newest: boolean): void;
  failed(error: unknown, question: Q): void;
}

/**
 * Asks while somebody drags: at most one question is under way, the newest waits and those between
 * are never asked. Nothing waits for a clock: the answer itself sets the pace. Answers to questions
 * of before `drop` are not told.
 */
export class LiveQuestions<Q, A> {
  #underWay: AbortController | null = null;
  #waiting: { readonly question: Q } | null = null;

  constructor(
    private readonly ask: (question: Q, signal: AbortSignal) => Promise<A>,
    private readonly listener: LiveListener<Q, A>,
  ) {}

  /** True while an answer is awaited. */
  get busy(): boolean {
    return this.#underWay !== null;
  }

  put(question: Q): void {
    if (this.#underWay) this.#waiting = { question };
    else void this.#run(question);
  }

  /** Forgets what is asked and what waits: another scenario is open, or none. */
  drop(): void {
    this.#waiting = null;
    this.#underWay?.abort();
    this.#underWay = null;
  }

  async #run(first: Q): Promise<void> {
    const controller = new AbortController();
    this.#underWay = controller;
    let next: { readonly question: Q } | null = { question: first };
    while (next && !controller.signal.aborted) {
      const { question }: { readonly question: Q } = next;
      try {
        const answer = await this.ask(question, controller.signal);
        if (controller.signal.aborted) return;
        this.listener.answered(answer, question, this.#waiting === null);
      } catch (error) {
        if (controller.signal.aborted) return;
        // What fails while something newer waits is asked again by that.
        if (!isAbort(error) && this.#waiting === null) this.listener.failed(error, question);
      }
      next = this.#waiting;
      this.#waiting = null;
    }
    if (this.#underWay === controller) this.#underWay = null;
  }
}

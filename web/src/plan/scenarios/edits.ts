import { type Changes, sameChanges } from './changes';

/** More steps back than anybody remembers. */
const MOST = 200;

/** The changes being worked on, with the way back and forth; a drag is one step. */
export class Edits {
  #past: Changes[] = [];
  #future: Changes[] = [];
  #committed: Changes;
  #preview: Changes | null = null;

  constructor(start: Changes = []) {
    this.#committed = start;
  }

  /** As shown: what is being dragged included. */
  get now(): Changes {
    return this.#preview ?? this.#committed;
  }

  /** As of the last finished step: what a drag goes out from. */
  get settled(): Changes {
    return this.#committed;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** What is shown while a pin is under the hand; no step of its own. */
  preview(changes: Changes): void {
    this.#preview = changes;
  }

  /** A finished step; the same again is none. */
  commit(changes: Changes): void {
    this.#preview = null;
    if (sameChanges(changes, this.#committed)) return;
    this.#past = [...this.#past, this.#committed].slice(-MOST);
    this.#committed = changes;
    this.#future = [];
  }

  undo(): boolean {
    const before = this.#past.at(-1);
    if (!before) return false;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.#committed, ...this.#future];
    this.#committed = before;
    this.#preview = null;
    return true;
  }

  redo(): boolean {
    const [after, ...rest] = this.#future;
    if (!after) return false;
    this.#past = [...this.#past, this.#committed];
    this.#future = rest;
    this.#committed = after;
    this.#preview = null;
    return true;
  }
}

import type { Scenario } from './answers';
import { type Changes, sameChanges } from './changes';
import { Edits } from './edits';

/** What is sent to be saved. */
export interface ScenarioDraft {
  readonly name: string;
  readonly note: string;
  readonly changes: Changes;
}

/**
 * The scenario being worked on, saved or new. It outlives the page's elements: another language or
 * another tab loses nothing.
 */
export class Workbench {
  readonly edits: Edits;
  name: string;
  note: string;
  #saved: Scenario | null;
  #reference: ScenarioDraft;

  /** @param saved null for a new one */
  constructor(saved: Scenario | null, start: ScenarioDraft) {
    this.#saved = saved;
    this.#reference = saved ?? { ...start, changes: [] };
    this.name = start.name;
    this.note = start.note;
    this.edits = new Edits(start.changes);
  }

  static of(saved: Scenario): Workbench {
    return new Workbench(saved, saved);
  }

  /** Null where it has never been saved. */
  get saved(): Scenario | null {
    return this.#saved;
  }

  get draft(): ScenarioDraft {
    return { name: this.name.trim(), note: this.note.trim(), changes: this.edits.settled };
  }

  get unsaved(): boolean {
    const { name, note, changes } = this.#reference;
    const draft = this.draft;
    return draft.name !== name || draft.note !== note || !sameChanges(draft.changes, changes);
  }

  /**
   * The server has it now; what was changed while it was sent stays unsaved.
   *
   * @param sent what the server was given: it may write numbers in its own way
   */
  keep(saved: Scenario, sent: ScenarioDraft): void {
    this.#saved = saved;
    this.#reference = sent;
  }
}

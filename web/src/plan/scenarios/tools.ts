import { selectField } from '../../desk/fields';
import type { ScenariosKey } from '../../i18n/plan/scenarios-zh';
import { fill, h } from '../../ui/dom';
import { type IconName, icon } from '../../ui/icon';
import { typeName } from '../context';
import { type Changes, changesOf, findChange, pinId, readPin } from './changes';
import type { ScenariosContext } from './context';
import type { Station } from './drawing';

/** What somebody is about to do with the next station chosen; null where nothing. */
export const tools = ['add', 'move', 'close', 'resize', 'bridge', 'street'] as const;
export type Tool = (typeof tools)[number];

const icons: Readonly<Record<Tool, IconName>> = {
  add: 'addPin',
  move: 'movePin',
  close: 'closePin',
  resize: 'resize',
  bridge: 'bridge',
  street: 'barrier',
};

export interface ToolActions {
  use(tool: Tool): void;
  stop(): void;
  undo(): void;
  redo(): void;
  choose(pin: string | null): void;
  reopen(facility: string): void;
  resize(facility: string, capacity: number): void;
}

/** What the tools show. */
export interface ToolsShown {
  readonly tool: Tool | null;
  readonly prompt: string | null;
  readonly chosen: string | null;
  readonly changes: Changes;
  readonly stations: readonly Station[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Buttons for every kind of change, the way back and forth, and the station chosen. */
export class ToolBar {
  readonly element: HTMLElement;
  readonly #buttons = new Map<Tool, HTMLButtonElement>();
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;
  readonly #prompt = h('div', { class: 'tool-prompt' });
  readonly #choice = h('div', {});
  readonly #chosen = h('div', {});
  #listed: readonly Station[] = [];
  #select: HTMLSelectElement | null = null;
  #shownChosen = '';

  constructor(
    private readonly context: ScenariosContext,
    private readonly actions: ToolActions,
  ) {
    const { t } = context.tr;
    const button = (label: ScenariosKey, name: IconName, testId: string, use: () => void) =>
      h(
        'button',
        { type: 'button', class: 'button tool-button', 'data-testid': testId, onclick: use },
        icon(name),
        h('span', {}, t(label)),
      );
    for (const tool of tools) {
      this.#buttons.set(
        tool,
        button(`edit.${tool}`, icons[tool], `tool-${tool}`, () => actions.use(tool)),
      );
    }
    this.#undo = button('edit.undo', 'undo', 'undo', () => actions.undo());
    this.#redo = button('edit.redo', 'redo', 'redo', () => actions.redo());
    this.element = h(
      'div',
      { class: 'tools-part' },
      h(
        'div',
        { class: 'tool-bar', role: 'group', 'aria-label': t('edit.tools') },
        ...this.#buttons.values(),
        this.#undo,
        this.#redo,
      ),
      this.#prompt,
      this.#choice,
      this.#chosen,
    );
  }

  show(shown: ToolsShown): void {
    for (const [tool, button] of this.#buttons) {
      button.setAttribute('aria-pressed', String(tool === shown.tool));
    }
    // A button that goes quiet keeps the focus, so that keys can go on.
    this.#undo.setAttribute('aria-disabled', String(!shown.canUndo));
    this.#redo.setAttribute('aria-disabled', String(!shown.canRedo));
    const { t } = this.context.tr;
    fill(
      this.#prompt,
      shown.prompt && h('p', { class: 'notice', 'data-testid': 'tool-prompt' }, shown.prompt),
      shown.prompt &&
        h(
          'button',
          { type: 'button', class: 'button', onclick: () => this.actions.stop() },
          t('edit.stop'),
        ),
    );
    this.#showChoice(shown);
    this.#showChosen(shown);
  }

  focusChoice(): void {
    this.#select?.focus();
  }

  focusCapacity(): void {
    this.#chosen.querySelector<HTMLElement>('input')?.focus();
  }

  /** Stations as a list: for keys what the pins are for the hand. */
  #showChoice({ stations, chosen }: ToolsShown): void {
    const { t } = this.context.tr;
    if (stations !== this.#listed || !this.#select) {
      this.#listed = stations;
      const type = typeName(this.context, this.context.store.state.type);
      const field = selectField(
        t('edit.facility', { type }),
        'choose-facility',
        [
          ['', t('edit.facility.none')],
          ...stations.map(({ externalId, name }) => [pinId('facility', externalId), name] as const),
        ],
        chosen,
        (pin) => this.actions.choose(pin || null),
      );
      this.#select = field.input;
      fill(this.#choice, field.element);
    }
    const isStation = chosen !== null && readPin(chosen).kind === 'facility';
    this.#select.value = isStation ? chosen : '';
  }

  #showChosen({ chosen, stations, changes, tool }: ToolsShown): void {
    const { t, number } = this.context.tr;
    const externalId = chosen === null ? '' : readPin(chosen).key;
    const isStation = chosen !== null && readPin(chosen).kind === 'facility';
    const station = isStation && stations.find((one) => one.externalId === externalId);
    const resized = findChange(changes, `resize:${externalId}`);
    const closed = changesOf(changes, externalId).some(({ op }) => op === 'close');
    const key = station ? [externalId, closed, tool === 'resize', resized].map(String).join() : '';
    if (key === this.#shownChosen) return;
    this.#shownChosen = key;
    if (!station) {
      fill(this.#chosen);
      return;
    }
    const capacity = resized?.op === 'resize' ? resized.capacity : station.capacity;
    fill(
      this.#chosen,
      h(
        'div',
        { class: 'chosen-station', 'data-testid': 'chosen-station' },
        h('p', {}, h('b', {}, t('edit.chosen', { name: station.name }))),
        h(
          'p',
          { class: 'hint' },
          station.capacity === null
            ? t('edit.capacity.unknown')
            : t('edit.capacity.now', { capacity: number(station.capacity) }),
        ),
        closed &&
          h(
            'button',
            {
              type: 'button',
              class: 'button',
              'data-testid': 'reopen',
              onclick: () => this.actions.reopen(externalId),
            },
            t('edit.reopen'),
          ),
        tool === 'resize' && !closed && this.#capacityForm(externalId, capacity),
      ),
    );
  }

  #capacityForm(facility: string, capacity: number | null): HTMLElement {
    const { t } = this.context.tr;
    const input = h('input', {
      type: 'number',
      min: 0,
      step: 1,
      required: true,
      value: capacity ?? '',
      'data-testid': 'new-capacity',
    });
    return h(
      'form',
      {
        class: 'capacity-form',
        onsubmit: (event: Event) => {
          event.preventDefault();
          this.actions.resize(facility, Number(input.value));
        },
      },
      h('label', { class: 'field' }, h('span', {}, t('edit.capacity')), input),
      h(
        'button',
        { type: 'submit', class: 'button', 'data-testid': 'apply-capacity' },
        t('edit.resize'),
      ),
    );
  }
}

import type { Facility } from '../api/facility';
import { ProblemError } from '../api/http';
import type { LonLat } from '../geo/lonlat';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import { errorText, type PanelContext } from './context';
import { FacilityForm } from './facility-form';

/** Adds, corrects and closes one facility. */
export class FacilityEditor {
  readonly element = h('div', {});
  readonly #message = h('div', { role: 'status', 'data-testid': 'facility-message' });
  #form: FacilityForm | null = null;
  #facility: Facility | null = null;
  #active = false;

  constructor(
    private readonly context: PanelContext,
    private readonly failed: (error: unknown) => void,
  ) {}

  enter(): void {
    this.#active = true;
    this.context.onMap((map) => map.setPicking(true));
    this.#edit(this.#facility);
  }

  leave(): void {
    if (!this.#active) return;
    this.#active = false;
    this.context.onMap((map) => {
      map.setPicking(false);
      map.setDraft(null);
      map.highlight(null);
    });
  }

  /** The newest version, so that a correction is not refused for an old one. */
  async open(id: string): Promise<void> {
    try {
      const facility = await this.context.api.facility(id);
      this.#say(null);
      this.#edit(facility);
      this.context.onMap((map) => map.goTo(facility, Math.max(map.zoom(), 15)));
    } catch (error) {
      this.#fail(error);
    }
  }

  place(place: LonLat): void {
    this.#form?.setPlace(place);
    this.context.onMap((map) => map.setDraft(place));
  }

  #edit(facility: Facility | null): void {
    const { t } = this.context.tr;
    this.#facility = facility;
    const draw = (place: LonLat | null) => this.context.onMap((map) => map.setDraft(place));
    const form = new FacilityForm(this.context, facility, draw);
    this.#form = form;
    draw(facility);
    this.context.onMap((map) => map.highlight(facility?.id ?? null));
    fill(
      this.element,
      this.#message,
      h(
        'form',
        {
          class: 'form',
          'data-testid': 'facility-form',
          onsubmit: (event: Event) => {
            event.preventDefault();
            void this.#save(form);
          },
        },
        h('h2', {}, facility ? t('facility.edit', { name: facility.name }) : t('facility.new')),
        h(
          'p',
          { class: 'place-tools' },
          t('facility.place'),
          h(
            'button',
            {
              type: 'button',
              class: 'button',
              onclick: () => this.context.onMap((map) => this.place(map.center())),
            },
            icon('place'),
            t('facility.center'),
          ),
        ),
        form.fields,
        h(
          'div',
          { class: 'form-actions' },
          h(
            'button',
            { type: 'submit', class: 'button primary', 'data-testid': 'facility-save' },
            facility ? t('facility.save') : t('facility.add'),
          ),
          facility &&
            h(
              'button',
              {
                type: 'button',
                class: 'button',
                onclick: () => {
                  this.#say(null);
                  this.#edit(null);
                },
              },
              t('facility.other'),
            ),
        ),
      ),
      facility && facility.status !== 'closed' && this.#closing(facility),
    );
  }

  /** Two steps instead of a pop-up: closing is public. */
  #closing(facility: Facility): HTMLElement {
    const { t } = this.context.tr;
    const close = async () => {
      try {
        const closed = await this.context.api.closeFacility(facility.id, facility.version);
        this.#say(t('facility.closed', { name: closed.name }));
        this.#edit(null);
        await this.context.reload();
      } catch (error) {
        this.#fail(error);
      }
    };
    return h(
      'details',
      { class: 'danger' },
      h('summary', { 'data-testid': 'facility-close' }, t('facility.close')),
      h('p', {}, t('facility.close.why')),
      h(
        'button',
        {
          type: 'button',
          class: 'button danger',
          'data-testid': 'facility-close-confirm',
          onclick: () => void close(),
        },
        t('facility.close.confirm', { name: facility.name }),
      ),
    );
  }

  async #save(form: FacilityForm): Promise<void> {
    const { t } = this.context.tr;
    const draft = form.draft();
    if (!draft) return;
    const { api } = this.context;
    const before = this.#facility;
    try {
      const saved = before
        ? await api.correctFacility(before.id, draft)
        : await api.addFacility(draft);
      this.#say(t(before ? 'facility.saved' : 'facility.added', { name: saved.name }));
      this.#edit(saved);
      await this.context.reload();
    } catch (error) {
      this.#fail(error);
    }
  }

  #say(message: string | null): void {
    fill(this.#message, message && h('p', { class: 'notice good' }, message));
    if (message) this.#message.scrollIntoView({ block: 'nearest' });
  }

  #fail(error: unknown): void {
    const { t } = this.context.tr;
    const stale = error instanceof ProblemError && error.status === 409 && this.#facility;
    const id = this.#facility?.id ?? '';
    fill(
      this.#message,
      h(
        'div',
        { class: 'notice warn', role: 'alert' },
        h('p', {}, errorText(error, this.context.tr)),
        stale &&
          h(
            'button',
            { type: 'button', class: 'button', onclick: () => void this.open(id) },
            t('facility.reload'),
          ),
      ),
    );
    this.#message.scrollIntoView({ block: 'nearest' });
    this.failed(error);
  }
}

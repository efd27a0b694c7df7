import type { Session } from '../api/care-map-api';
import type { Facility } from '../api/facility';
import { ProblemError } from '../api/http';
import type { LonLat } from '../geo/lonlat';
import { fill, h } from '../ui/dom';
import type { Panel, PanelContext } from './context';
import { FacilityEditor } from './facility-editor';
import { facilitySearch } from './facility-search';
import { ImportForm } from './import-form';
import { loginForm } from './login-form';

type Task = 'facility' | 'import';

/** Survives a change of language; never leaves the memory of this page. */
let session: Session | null = null;
let task: Task = 'facility';

/** The administrator's panel: login, single facilities, files. */
export class ManagePanel implements Panel {
  readonly element: HTMLElement;
  readonly #body = h('div', {});
  readonly #editor: FacilityEditor;
  readonly #imports: ImportForm;

  constructor(private readonly context: PanelContext) {
    this.element = h(
      'div',
      { class: 'panel panel-manage', 'data-testid': 'panel-manage' },
      h('h1', {}, context.tr.t('manage.title')),
      this.#body,
    );
    this.#editor = new FacilityEditor(context, (error) => this.#failed(error));
    this.#imports = new ImportForm(context, (error) => this.#failed(error));
  }

  show(): void {
    this.context.setLegend([]);
    this.context.setMethod(this.context.catalog().status.method === 'straight-line');
    this.#render();
  }

  hide(): void {
    this.#editor.leave();
  }

  picked(place: LonLat): void {
    if (session && task === 'facility') this.#editor.place(place);
  }

  facilityChosen(id: string): void {
    if (session && task === 'facility') void this.#editor.open(id);
  }

  #render(): void {
    if (!session) {
      const accepted = (opened: Session) => {
        session = opened;
        this.#render();
      };
      const { api, tr } = this.context;
      fill(this.#body, loginForm(api, tr, tr.t('manage.why'), accepted));
      return;
    }
    const { t } = this.context.tr;
    const tab = (name: Task, label: string) =>
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'aria-pressed': String(task === name),
          'data-testid': `manage-${name}`,
          onclick: () => {
            task = name;
            this.#render();
          },
        },
        label,
      );
    this.#editor.leave();
    fill(
      this.#body,
      h(
        'p',
        { class: 'session' },
        t('manage.session', { user: session.user }),
        h(
          'button',
          { type: 'button', class: 'link', 'data-testid': 'logout', onclick: () => this.#logOut() },
          t('manage.logout'),
        ),
      ),
      h(
        'div',
        { class: 'tabs' },
        tab('facility', t('manage.facility')),
        tab('import', t('manage.import')),
      ),
      ...(task === 'import' ? [this.#imports.element] : this.#facilityTask()),
    );
  }

  #facilityTask(): HTMLElement[] {
    const edit = ({ id }: Facility) => void this.#editor.open(id);
    this.#editor.enter();
    return [facilitySearch(this.context, 'manage-search', edit), this.#editor.element];
  }

  /** A password that was changed meanwhile ends the session. */
  #failed(error: unknown): void {
    if (error instanceof ProblemError && error.status === 401) this.#logOut();
  }

  #logOut(): void {
    this.context.api.logOut();
    session = null;
    this.#render();
  }
}

import { type ImportKind, type ImportReport, importKinds } from '../api/imports';
import { runImport } from '../api/upload';
import type { MessageKey } from '../i18n/zh';
import { fill, h } from '../ui/dom';
import { scrollPanelTo } from '../ui/scroll';
import { errorText, type PanelContext } from './context';
import { importReportView } from './import-report';

const kindNames: Record<ImportKind, MessageKey> = {
  streets: 'import.streets',
  facilities: 'import.facilities',
  demand: 'import.demand',
  areas: 'import.areas',
  elevation: 'import.elevation',
  candidates: 'import.candidates',
};
/** What the file dialogue offers; the server decides by content. */
const accepted: Record<ImportKind, string> = {
  streets: '.pbf,.osm,.gz',
  facilities: '.csv,.geojson,.json',
  demand: '.csv,.geojson,.json',
  areas: '.csv,.geojson,.json',
  elevation: '.tif,.tiff',
  candidates: '.csv,.geojson,.json',
};

/** Loads a whole file: streets, facilities, demand, areas, elevation or candidate sites. */
export class ImportForm {
  readonly element: HTMLElement;
  readonly #outcome = h('div', { 'aria-live': 'polite', 'data-testid': 'import-outcome' });

  readonly #elevation = h('p', { class: 'hint', 'data-testid': 'import-elevation-state' });

  constructor(
    private readonly context: PanelContext,
    private readonly failed: (error: unknown) => void,
  ) {
    const { t } = context.tr;
    const file = h('input', {
      type: 'file',
      required: true,
      accept: accepted.facilities,
      'data-testid': 'import-file',
    });
    const kind = h(
      'select',
      {
        'data-testid': 'import-kind',
        onchange: () => {
          file.setAttribute('accept', accepted[chosenKind()]);
          const plain = chosenKind() !== 'elevation';
          for (const field of tableFields) field.hidden = !plain;
        },
      },
      ...importKinds.map((name) =>
        h('option', { value: name, selected: name === 'facilities' }, t(kindNames[name])),
      ),
    );
    const chosenKind = () => importKinds.find((name) => name === kind.value) ?? 'facilities';
    const mapping = h('input', {
      type: 'file',
      accept: '.yaml,.yml,.json',
      'data-testid': 'import-mapping',
    });
    const crs = h('input', { placeholder: 'WGS 84', 'data-testid': 'import-crs' });
    const dryRun = h('input', { type: 'checkbox', checked: true, 'data-testid': 'import-dry-run' });
    const mode = h(
      'select',
      { 'data-testid': 'import-mode' },
      h('option', { value: 'update' }, t('import.update')),
      h('option', { value: 'replace' }, t('import.replace')),
    );
    // A GeoTIFF says its own coordinates, has no columns, and always replaces the one before.
    const mappingField = h(
      'label',
      { class: 'field' },
      h('span', {}, t('import.mapping')),
      mapping,
    );
    const crsAndMode = h(
      'div',
      { class: 'fields' },
      h('label', { class: 'field' }, h('span', {}, t('import.crs')), crs),
      h('label', { class: 'field' }, h('span', {}, t('import.mode')), mode),
    );
    const tableFields = [mappingField, crsAndMode];
    const submit = h(
      'button',
      { type: 'submit', class: 'button primary', 'data-testid': 'import-submit' },
      t('import.start'),
    );
    const start = async () => {
      const chosen = file.files?.[0];
      if (!chosen) return;
      submit.disabled = true;
      const elevation = chosenKind() === 'elevation';
      await this.#run({
        kind: chosenKind(),
        file: chosen,
        mapping: elevation ? null : (mapping.files?.[0] ?? null),
        dryRun: dryRun.checked,
        crs: elevation ? null : crs.value.trim() || null,
        mode: mode.value === 'replace' ? 'replace' : 'update',
      });
      submit.disabled = false;
      // The form is longer than most screens; what became of the file lies below it.
      scrollPanelTo(this.#outcome);
    };
    this.element = h(
      'div',
      {},
      h(
        'form',
        {
          class: 'form',
          'data-testid': 'import-form',
          onsubmit: (event: Event) => {
            event.preventDefault();
            void start();
          },
        },
        h('p', {}, t('import.intro')),
        h('label', { class: 'field' }, h('span', {}, t('import.kind')), kind),
        h('label', { class: 'field' }, h('span', {}, t('import.file')), file),
        mappingField,
        crsAndMode,
        h('label', { class: 'check' }, dryRun, h('span', {}, t('import.dryRun'))),
        submit,
      ),
      this.#outcome,
      this.#elevation,
    );
    this.#sayElevation();
  }

  /** Whether slopes count, which nothing else on the page shows. */
  #sayElevation(): void {
    const { t, number } = this.context.tr;
    const { elevation } = this.context.catalog().status;
    this.#elevation.textContent = elevation.loaded
      ? t('import.elevation.loaded', {
          name: elevation.name ?? '',
          meters: number(elevation.resolutionMeters ?? 0),
        })
      : t('import.elevation.none');
  }

  async #run(request: Parameters<typeof runImport>[1]): Promise<void> {
    const { t, number } = this.context.tr;
    const sampleBefore = this.context.catalog().status.sample;
    const bar = h('progress', { max: 1, value: 0 });
    const stage = h('span', {}, t('import.sending'));
    fill(this.#outcome, h('p', { class: 'progress' }, stage, bar));
    let report: ImportReport;
    try {
      // Two gigabytes are not sent only to be refused.
      await this.context.api.session();
      report = await runImport(this.context.api.http, request, (step, share) => {
        bar.value = share;
        stage.textContent = t(step === 'sent' ? 'import.sent' : 'import.working', {
          percent: number(share * 100),
        });
      });
    } catch (error) {
      const message = errorText(error, this.context.tr);
      fill(this.#outcome, h('div', { class: 'notice warn', role: 'alert' }, message));
      this.failed(error);
      return;
    }
    if (report.status === 'imported') {
      await this.context.reload();
      this.#sayElevation();
    }
    const sampleGone = sampleBefore && !this.context.catalog().status.sample;
    fill(this.#outcome, importReportView(this.context, report, sampleGone));
  }
}

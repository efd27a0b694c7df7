import { boundsOf } from '../../geo/lonlat';
import { peopleText } from '../../i18n/format';
import { typeWord } from '../context';
import type { PlanPin } from '../plan-map';
import type { Run } from './answers';
import { candidateId, useOf } from './candidate-list';
import type { SitesContext } from './context';
import { wishOf } from './question';
import { siteName } from './words';

/** Colours of dots; forced and forbidden are said in the list and the card as well. */
const FORCED = '#0b7a4b';
const FORBIDDEN = '#8b8578';
/** Chosen sites of a question that is no longer the one in the form. */
const STALE = '#6b665c';

/** More numbers than this would cover each other; the rest are dots. */
const NUMBERED_SITES = 40;

/** Puts candidates, chosen sites and what is there already on the map. */
export class SitesMap {
  #chosen: string | null = null;

  constructor(
    private readonly context: SitesContext,
    private readonly choose: (id: string) => void,
    private readonly stale: () => boolean,
  ) {}

  /** @param go whether to move the map to the answer */
  show(run: Run | null, go: boolean): void {
    const { map, store, tr, catalog } = this.context;
    const { type } = store.state;
    map.showFacilities([type]);
    const stale = this.stale();
    map.setPins(sitePins(this.context, run, this.#chosen, stale), {
      chosen: (id) => this.choose(id),
    });
    const { forced, forbidden } = wishOf(store.state);
    const look = catalog.types.get(type);
    const existing = tr.t('legend.existing', { type: typeWord(this.context, type) });
    // Hollow on the map: built or closed for a while, not counted.
    const some = [...catalog.facilities.values()].some(
      (one) => one.type === type && one.status !== 'operating' && one.status !== 'closed',
    );
    const planned =
      look && some
        ? [
            {
              look: { ...look, hollow: true },
              label: tr.t('legend.planned', { type: typeWord(this.context, type) }),
            },
          ]
        : [];
    map.setLegend(
      look ? [{ kind: 'symbols', title: '', items: [{ look, label: existing }, ...planned] }] : [],
      [
        ...(run && run.sites.length > 0
          ? [
              {
                kind: 'site',
                label: tr.t(stale ? 'legend.site.old' : 'legend.site'),
                color: stale ? STALE : null,
              } as const,
            ]
          : []),
        { kind: 'candidate', label: tr.t('legend.candidate') },
        ...(forced.length > 0
          ? [{ kind: 'candidate', label: tr.t('legend.forced'), color: FORCED } as const]
          : []),
        ...(forbidden.length > 0
          ? [{ kind: 'candidate', label: tr.t('legend.forbidden'), color: FORBIDDEN } as const]
          : []),
      ],
    );
    const bounds = go && run ? boundsOf(run.sites) : null;
    if (bounds) map.fit(bounds);
  }

  choosing(id: string | null, run: Run | null): void {
    this.#chosen = id;
    this.show(run, false);
  }
}

/** Numbered sites above, candidates that were not chosen below them. */
export function sitePins(
  { ground, store, tr }: SitesContext,
  run: Run | null,
  chosen: string | null,
  stale = false,
): PlanPin[] {
  const wish = wishOf(store.state);
  const { t } = tr;
  const sites = (run?.sites ?? []).map(
    (site): PlanPin => ({
      id: site.id,
      lon: site.lon,
      lat: site.lat,
      kind: 'site',
      number: site.rank,
      chosen: site.id === chosen,
      quiet: site.rank > NUMBERED_SITES,
      color: stale ? STALE : null,
      label: t('site.pin', {
        rank: site.rank,
        name: siteName(site, tr),
        people: peopleText(site.gain, tr),
      }),
    }),
  );
  const taken = new Set(sites.map(({ id }) => id));
  const offered = [
    ...ground.candidates
      .filter(({ available }) => available)
      .map((one) => ({ id: candidateId(one), lon: one.lon, lat: one.lat, name: one.name })),
    ...(run?.rejected ?? []).map((facts) => ({
      id: facts.id,
      lon: facts.lon,
      lat: facts.lat,
      name: siteName(facts, tr),
    })),
  ];
  const dots: PlanPin[] = [];
  for (const { id, lon, lat, name } of offered) {
    if (taken.has(id)) continue;
    taken.add(id);
    const use = useOf(wish, id);
    dots.push({
      id,
      lon,
      lat,
      kind: 'candidate',
      chosen: id === chosen,
      color: use === 'free' ? null : use === 'forced' ? FORCED : FORBIDDEN,
      label: `${t('candidate.pin', { name })} · ${t(`use.${use}`)}`,
    });
  }
  return [...dots, ...sites];
}

import type { LonLat } from '../geo/lonlat';
import {
  type Decoded,
  type Decoder,
  flag,
  id,
  listOf,
  nullable,
  number,
  object,
  text,
  withDefault,
} from './decode';
import { point } from './geometry';

/** What is published about a facility, but for its place. */
export const properties = object({
  id,
  externalId: nullable(text),
  name: text,
  type: text,
  status: withDefault(text, 'operating'),
  operator: nullable(text),
  address: nullable(text),
  phone: nullable(text),
  openingHours: nullable(text),
  fees: nullable(text),
  services: withDefault(listOf(text), []),
  beds: nullable(number),
  nursingBeds: nullable(number),
  floorAreaSquareMeters: nullable(number),
  mealsPerDay: nullable(number),
  starRating: nullable(number),
  stepFree: nullable(flag),
  lastVerified: nullable(text),
  source: nullable(text),
  sourceDatum: nullable(text),
  areaCode: nullable(text),
  nameEn: nullable(text),
  freePlaces: nullable(number),
  freePlacesOn: nullable(text),
  audience: nullable(text),
  deliveryAreas: withDefault(listOf(text), []),
  website: nullable(text),
  openedOn: nullable(text),
  sociallyRun: nullable(flag),
  medicalCare: nullable(text),
  residents: nullable(number),
  landAreaSquareMeters: nullable(number),
  meetsStandard: nullable(flag),
  leadingCentre: nullable(text),
  demonstrationSite: nullable(flag),
  regionalCentre: nullable(flag),
  sample: withDefault(flag, false),
  version: nullable(number),
});

/** One care facility: its published properties and its place. */
export interface Facility extends Decoded<typeof properties>, LonLat {}

const feature = object({ geometry: point, properties });

export const facility: Decoder<Facility> = (value, path) => {
  const decoded = feature(value, path);
  return { ...decoded.properties, ...decoded.geometry };
};

const collection = object({
  features: listOf(facility),
  numberMatched: nullable(number),
  numberReturned: nullable(number),
});

/** Facilities in the order of the server; `numberMatched` may be more than were returned. */
export interface FacilityList {
  readonly facilities: Facility[];
  readonly numberMatched: number;
}

export const facilityList: Decoder<FacilityList> = (value, path) => {
  const { features, numberMatched } = collection(value, path);
  return { facilities: features, numberMatched: numberMatched ?? features.length };
};

/** What standards and yearly targets ask of a facility; null is unknown, which is not no. */
export interface Standing {
  readonly openedOn: string | null;
  readonly sociallyRun: boolean | null;
  /** `none`, `agreement` or `site`. */
  readonly medicalCare: string | null;
  readonly residents: number | null;
  readonly landAreaSquareMeters: number | null;
  readonly meetsStandard: boolean | null;
  /** External id of the centre that leads it. */
  readonly leadingCentre: string | null;
  readonly demonstrationSite: boolean | null;
  readonly regionalCentre: boolean | null;
}

/** What the form sends; `version` only when an existing facility is corrected. */
export interface FacilityDraft extends LonLat, Standing {
  readonly externalId: string | null;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly operator: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly openingHours: string | null;
  readonly fees: string | null;
  readonly services: string[];
  readonly beds: number | null;
  readonly nursingBeds: number | null;
  readonly floorAreaSquareMeters: number | null;
  readonly mealsPerDay: number | null;
  readonly starRating: number | null;
  readonly stepFree: boolean | null;
  readonly lastVerified: string | null;
  readonly source: string | null;
  readonly areaCode: string | null;
  readonly nameEn: string | null;
  readonly freePlaces: number | null;
  readonly freePlacesOn: string | null;
  readonly audience: string | null;
  readonly deliveryAreas: string[];
  readonly website: string | null;
  readonly version?: number;
}

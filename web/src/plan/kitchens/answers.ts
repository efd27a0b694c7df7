import {
  type Decoded,
  flag,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  text,
} from '../../api/decode';
import { line } from '../../api/geometry';
import { runShape } from '../../desk/run';

export const states = ['unreachable', 'too-far', 'over-capacity', 'unknown', 'served'] as const;
export type FeedState = (typeof states)[number];

const kitchen = object({
  id: text,
  externalId: nullable(text),
  name: nullable(text),
  lon: number,
  lat: number,
  capacity: nullable(number),
  state: oneOf('operating', 'added', 'closed'),
  onStreet: nullable(flag),
  points: nullable(number),
  people: nullable(number),
  load: nullable(number),
  farthestMinutes: nullable(number),
});
export type Kitchen = Decoded<typeof kitchen>;

const part = object({ kitchen: text, meals: number, minutes: number });

const point = object({
  id: text,
  name: text,
  lon: number,
  lat: number,
  areaName: nullable(text),
  people: number,
  meals: nullable(number),
  given: nullable(number),
  kitchen: nullable(text),
  minutes: nullable(number),
  state: oneOf(...states),
  line: nullable(line),
  parts: listOf(part),
});
export type MealPoint = Decoded<typeof point>;

const totals = object({
  kitchens: number,
  points: number,
  served: number,
  tooFar: number,
  unreachable: number,
  overCapacity: number,
  unknown: number,
  people: number,
  peopleServed: number,
  meals: number,
  mealsServed: number,
  unknownMeals: number,
  meanMinutes: nullable(number),
  farthestMinutes: nullable(number),
});
export type KitchenTotals = Decoded<typeof totals>;

/** Which kitchen feeds which point. */
export const kitchensAnswer = object({
  ...runShape,
  minutes: number,
  capacity: flag,
  streets: oneOf('ready', 'again', 'none'),
  kitchens: listOf(kitchen),
  points: listOf(point),
  totals,
  before: nullable(totals),
});
export type Kitchens = Decoded<typeof kitchensAnswer>;

/** Vehicles with their speeds. */
export const vehiclesAnswer = listOf(
  object({
    code: oneOf('bicycle', 'van'),
    zh: text,
    en: text,
    minutes: number,
    handKmh: number,
    speedKmh: mapOf(number),
  }),
);
export type VehicleFacts = Decoded<typeof vehiclesAnswer>[number];

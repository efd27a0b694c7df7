/** Answers about scenarios as the server writes them. */
export const numbersJson = {
  demand: 1000,
  covered: 612,
  uncovered: 388,
  unreachable: 3,
  unknownPoints: 1,
  points: 40,
  coveredShare: 0.612,
};

export const scenarioJson = {
  id: '3f2c9a5e-6f57-4f2f-9f0e-1d9a8a1b0c77',
  name: '2027 一期',
  note: '先补城北',
  createdAt: '2026-11-25T10:00:00Z',
  updatedAt: '2026-11-25T11:00:00Z',
  version: 2,
  changes: [
    {
      op: 'add',
      key: 'a1',
      type: 'home_care_station',
      name: '新站点 1',
      lon: 121.15,
      lat: 31.9,
      capacity: 30,
      costYuan: 200000,
      candidate: 'c:C-7',
    },
    { op: 'move', facility: 'F-2', lon: 121.2, lat: 31.91, costYuan: null },
    { op: 'close', facility: 'F-3' },
    { op: 'resize', facility: 'F-4', capacity: 60, costYuan: 50000 },
    {
      op: 'footbridge',
      key: 'b1',
      from: { lon: 121.16, lat: 31.9 },
      to: { lon: 121.161, lat: 31.902 },
      costYuan: null,
    },
    { op: 'close-street', key: 's1', lon: 121.17, lat: 31.9 },
  ],
  yuan: 250000,
  unknownCosts: 2,
  data: { streets: 'abc' },
  stale: false,
};

export const triedJson = {
  run: 'r-1',
  inputs: null,
  before: numbersJson,
  after: { ...numbersJson, covered: 731, uncovered: 269, coveredShare: 0.731 },
  gained: 123,
  lost: 4,
  changedPoints: 7,
  areas: [
    {
      code: '320684001001',
      name: '城北社区',
      before: { ...numbersJson, covered: 100 },
      after: { ...numbersJson, covered: 223 },
    },
    {
      code: '320684001002',
      name: '桥头社区',
      before: { ...numbersJson, covered: 50 },
      after: { ...numbersJson, covered: 46 },
    },
  ],
  groups: { age80: { before: numbersJson, after: { ...numbersJson, covered: 620 } } },
  snapped: [{ key: 'a1', snapMeters: 12.5, island: false }],
  yuan: 250000,
  serverMillis: 17.5,
};

/** Answers as the server writes them, made by hand. */
export const welcomeJson = {
  version: '0.1.0',
  sample: true,
  method: 'network',
  bounds: [121, 31.7, 121.4, 32],
  detourFactor: 1.3,
  snapLimitMeters: 500,
  needs: [
    {
      code: 'eat',
      nameZh: '吃饭',
      nameEn: 'Meals',
      hintZh: '助餐点',
      hintEn: 'meal points',
      symbol: '餐',
      color: '#b3470e',
      types: ['meal_point'],
      services: ['meals'],
      facilities: 87,
    },
    {
      code: 'doctor',
      nameZh: '看病',
      nameEn: 'Doctor',
      symbol: '医',
      color: '#b00020',
      types: ['clinic', 'hospital'],
      services: [],
      facilities: 0,
    },
  ],
  types: [
    { code: 'meal_point', nameZh: '助餐点', nameEn: 'Meal point', symbol: '餐', color: '#b3470e' },
  ],
  services: [{ code: 'meals', nameZh: '助餐', nameEn: 'Meals' }],
  profiles: [{ code: 'slow', nameZh: '慢走', nameEn: 'Slow', speedKmh: 2.88, stepsAllowed: true }],
  hotline: { nameZh: '养老热线', nameEn: 'Hotline', phone: '0513-12345' },
  emergency: [{ code: 'ambulance', nameZh: '急救', nameEn: 'Ambulance', phone: '120' }],
  attribution: [],
  timeZone: 'Asia/Shanghai',
};

/** Wednesday 25 November 2026, 16:20 in Shanghai: open until five, and again on the days after. */
export const hoursJson = {
  text: 'Mo-Fr 08:00-17:00; PH off',
  state: 'open',
  until: '2026-11-25T17:00:00+08:00',
  opens: null,
  open: [25, 26, 27, 30].map((day) => [
    `2026-11-${day}T08:00:00+08:00`,
    `2026-11-${day}T17:00:00+08:00`,
  ]),
  days: ['11-25', '11-26', '11-27', '11-28', '11-29', '11-30', '12-01', '12-02'].map((day) => ({
    date: `2026-${day}`,
    holiday: day === '12-01' ? { zh: '假日', en: 'Holiday' } : null,
    workday: day === '11-29',
  })),
  comment: null,
  calendarKnown: true,
  problem: null,
};

export const facility = (id: number) => ({
  id,
  externalId: `CS${id}`,
  name: `助餐点${id}`,
  type: 'meal_point',
  status: 'operating',
  phone: '0513-555',
  services: ['meals'],
  lon: 121.17,
  lat: 31.89,
});

export const findJson = {
  method: 'network',
  speedKmh: 2.88,
  profile: 'slow',
  trip: 'return',
  minutes: 15,
  need: 'eat',
  at: '2026-11-25T16:20:00+08:00',
  origin: {
    lon: 121.168,
    lat: 31.892,
    snapMeters: 12,
    tooFarFromStreets: false,
    island: false,
    snapLimitMeters: 500,
    area: { code: '3206', name: '江边社区' },
  },
  within: 1,
  results: [
    {
      facility: facility(7),
      hours: hoursJson,
      seconds: 540,
      secondsThere: 540,
      secondsBack: 610,
      meters: 430,
      within: true,
      delivers: true,
      way: {
        stepsMeters: 12,
        lifts: 0,
        ascentMeters: 4,
        descentMeters: 1,
        steepestPercent: 6.2,
        unknownHeights: false,
        parts: [
          { kind: 'access', name: null, meters: 18, turn: 'start', fromPoint: 0 },
          { kind: 'street', name: '人民路', meters: 400, turn: 'left', fromPoint: 1 },
          { kind: 'steps', name: null, meters: 12, turn: 'straight', fromPoint: 5 },
        ],
      },
      line: {
        type: 'LineString',
        coordinates: [
          [121.168, 31.892],
          [121.17, 31.89],
        ],
      },
    },
    {
      facility: facility(8),
      hours: hoursJson,
      seconds: 1260,
      secondsThere: 1260,
      secondsBack: 1260,
      meters: 1000,
      within: false,
      delivers: null,
      way: null,
      line: null,
    },
  ],
  delivery: [],
};

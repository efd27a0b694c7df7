import { deskEn } from '../desk-en';
import type { FrameKey } from './frame-zh';

/** English texts of the planning desk around its tabs, and words that several tabs use. */
export const frameEn: Readonly<Record<FrameKey, string>> = {
  ...deskEn,
  title: 'Sites and scenarios · Care Map',

  'tabs.label': 'What is planned',
  'tab.sites': 'Sites',
  'tab.scenarios': 'Scenarios',
  'tab.projects': 'Projects',
  'tab.territories': 'Territories',
  'tab.kitchens': 'Meal delivery',
  'tab.soon': 'This page is being prepared.',

  'sign.title': 'Please sign in',
  'sign.why':
    'Sites, scenarios, projects, territories and meal delivery are the administrator’s: the difference between two scenarios can say where a single person lives.',

  'show.label': 'Show',
  'show.list': 'List',
  'show.map': 'Map',
  'map.all': 'Show all',
  'map.nothing': 'Nothing to choose here.',
  'map.cancel': 'Stop choosing',
  'map.pick.keys': '{prompt} Tap the map, or move it by the arrow keys and press Enter.',
  'map.pin.keys':
    'Arrow keys move it (with Shift by one pixel), Enter drops it, Escape brings it back.',
  'map.dropped': '{name}: dropped at its new place.',
  'map.legend.existing': 'Existing: {type}',

  yuan: '¥{value}',
  'yuan.wan': '¥{value} × 10,000',
  'yuan.exact': '{words} (¥{value})',
  share: '{value}%',
  cancel: 'Cancel',
  close: 'Close',
  remove: 'Delete',
  edit: 'Edit',
  add: 'Add',
  'map.find': 'Show on the map',
  'export.failed': 'Not exported: {message}',
  'export.done': 'Exported: {name}',
};

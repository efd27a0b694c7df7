import { deskZh } from '../desk-zh';

/** Chinese texts of the planning desk around its tabs, and words that several tabs use. */
export const frameZh = {
  ...deskZh,
  title: '选址与方案 · 关爱地图',

  'tabs.label': '规划内容',
  'tab.sites': '选址',
  'tab.scenarios': '方案',
  'tab.projects': '项目库',
  'tab.territories': '片区',
  'tab.kitchens': '助餐配送',
  'tab.soon': '这一页正在准备。',

  'sign.title': '请先登录',
  'sign.why':
    '选址、方案、项目库、片区和助餐配送只对管理员开放：方案之间的差别会透露单个老人住在哪里。',

  'show.label': '显示',
  'show.list': '列表',
  'show.map': '地图',
  'map.all': '看全部',
  'map.nothing': '这里没有可选的内容。',
  'map.cancel': '取消选点',
  'map.pick.keys': '{prompt} 点地图，或用方向键移动、回车确定。',
  'map.pin.keys': '方向键移动（加上挡键每次一个像素），回车放下，退出键放回原处。',
  'map.dropped': '{name}：已放在新位置。',
  'map.legend.existing': '现有{type}',

  yuan: '{value} 元',
  'yuan.wan': '{value} 万元',
  'yuan.exact': '{words}（{value} 元）',
  share: '{value} %',
  cancel: '取消',
  close: '关闭',
  remove: '删除',
  edit: '修改',
  add: '添加',
  'map.find': '在地图上看',
  'export.failed': '没有导出：{message}',
  'export.done': '已导出：{name}',
} as const;

export type FrameKey = keyof typeof frameZh;

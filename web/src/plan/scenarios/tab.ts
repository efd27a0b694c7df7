import { h } from '../../ui/dom';
import type { PlanContext, PlanTab } from '../context';

/** Says that the tab is not there yet. */
export default class ScenariosTab implements PlanTab {
  readonly element: HTMLElement;

  constructor({ tr }: PlanContext) {
    this.element = h('p', { class: 'notice', 'data-testid': 'tab-scenarios' }, tr.t('tab.soon'));
  }

  show(): void {}

  hide(): void {}

  stateChanged(): void {}
}

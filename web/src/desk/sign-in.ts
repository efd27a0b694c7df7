import { loginForm } from '../panels/login-form';
import { fill, h } from '../ui/dom';
import type { DeskContext } from './context';

/** Who is signed in, and the way in or out; asking needs none of it. */
export function signIn(context: DeskContext, why: string): HTMLElement {
  const { api, session, shared, tr } = context;
  const { t } = shared;
  const signedIn = session.session;
  if (signedIn) {
    return h(
      'p',
      { class: 'session', 'data-testid': 'session' },
      t('manage.session', { user: signedIn.user }),
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-testid': 'logout',
          onclick: () => {
            api.logOut();
            session.set(null);
          },
        },
        t('manage.logout'),
      ),
    );
  }
  const place = h('div', {});
  return h(
    'details',
    {
      class: 'sign-in',
      ontoggle: () => {
        fill(
          place,
          loginForm(api, shared, why, (opened) => session.set(opened)),
        );
      },
    },
    h('summary', { 'data-testid': 'sign-in' }, tr.t('admin.signIn')),
    place,
  );
}

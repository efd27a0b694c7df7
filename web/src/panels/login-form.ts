import type { Session } from '../api/care-map-api';
import { type Credentials, ProblemError } from '../api/http';
import type { Translator } from '../i18n/translator';
import { h } from '../ui/dom';
import { errorText } from './context';

/** Whoever tries credentials and keeps them where the server accepts them. */
export interface LogsIn {
  logIn(credentials: Credentials): Promise<Session>;
}

/**
 * The administrator's login.
 *
 * @param why what the login is needed for, in the chosen language
 * @param accepted called when the server has accepted the credentials
 */
export function loginForm(
  api: LogsIn,
  tr: Translator,
  why: string,
  accepted: (session: Session) => void,
): HTMLElement {
  const { t } = tr;
  const user = h('input', {
    name: 'user',
    autocomplete: 'username',
    value: 'admin',
    required: true,
    'data-testid': 'login-user',
  });
  const password = h('input', {
    name: 'password',
    type: 'password',
    autocomplete: 'current-password',
    required: true,
    'data-testid': 'login-password',
  });
  const message = h('p', { class: 'form-error', role: 'alert' });
  const submit = h(
    'button',
    { type: 'submit', class: 'button primary', 'data-testid': 'login-submit' },
    t('manage.login'),
  );
  const logIn = async () => {
    message.textContent = '';
    submit.disabled = true;
    try {
      accepted(await api.logIn({ user: user.value, password: password.value }));
    } catch (error) {
      const refused = error instanceof ProblemError && error.status === 401;
      message.textContent = refused ? t('manage.refused') : errorText(error, tr);
      password.select();
    } finally {
      submit.disabled = false;
    }
  };
  return h(
    'form',
    {
      class: 'form',
      'data-testid': 'login-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void logIn();
      },
    },
    h('p', {}, why),
    h('label', { class: 'field' }, h('span', {}, t('manage.user')), user),
    h('label', { class: 'field' }, h('span', {}, t('manage.password')), password),
    message,
    submit,
    h('p', { class: 'hint' }, t('manage.memory')),
  );
}

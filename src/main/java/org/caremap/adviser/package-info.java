/**
 * The care adviser 养老顾问: questions, and rules that say which services and subsidies may apply. Both
 * are data and go to the browser as they are; no answer ever comes here.
 */
package org.caremap.adviser;

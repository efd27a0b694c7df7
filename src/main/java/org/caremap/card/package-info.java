/**
 * The print card 便民卡 for people without a phone: one sheet that says where the nearest help of each
 * kind is, as a page that prints well and as PDF, for one place or for every community of an area.
 */
package org.caremap.card;

package org.chancery.notice;

/** How something is sent. */
enum Channel {
  /** To a person, by mail. */
  MAIL,
  /** To another system, by a call of its webhook. */
  WEBHOOK
}

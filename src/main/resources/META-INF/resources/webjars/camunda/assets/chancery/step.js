/*
 * What the form of a step needs a script for: the server has rendered it (templates/step.html), and says in answers
 * to the calls below how dates are read and what it refuses. Here fields follow the answer, files are uploaded, and
 * nothing typed is lost, whatever becomes of the session.
 */

const PAUSE = 1000; // milliseconds of not typing after which it is kept

/** Opens the form in the task list. */
export function open(camForm, scope, app) {
  new StepForm(camForm, scope, app).open();
}

class StepForm {
  constructor(camForm, scope, app) {
    this.camForm = camForm;
    this.scope = scope;
    this.place = camForm.formElement[0].querySelector('.place');
    this.root = `${app}/camunda`;
    this.address = `${app}/tasks/${encodeURIComponent(camForm.taskId)}`;
    this.sheet = null;
    this.timer = 0;
    this.who = scope.$root.authentication;
  }

  async open() {
    this.follow();
    const answer = await fetch(`${this.address}/form`, {redirect: 'manual', cache: 'no-store'});
    if (!answer.ok) {
      this.place.textContent = await complaint(answer);
      return;
    }
    this.place.innerHTML = await answer.text();
    this.place.removeAttribute('aria-busy');
    this.sheet = this.place.querySelector('.sheet');
    this.restore();
    this.listen();
    this.showWhatIsNeeded();
    if (Object.keys(this.values()).length) {
      this.keep();
    }
  }

  /** What the task list tells. */
  follow() {
    this.camForm.on('submit', () => this.fillIn());
    this.camForm.on('submit-success', () => { this.forget(); this.clearNotices(); });
    this.camForm.on('submit-failed', (event, details) => this.refused(details));
    this.camForm.on('store', () => { this.camForm.storePrevented = true; });
    this.scope.$on('$destroy', () => this.leave());
    this.scope.$on('authentication.login.required', event => {
      if (this.sheet) {
        event.preventDefault(); // the task list would leave this page, and what is typed on it
        this.sessionEnded();
      }
    });
  }

  /** What the reader does. */
  listen() {
    this.sheet.addEventListener('input', event => this.typed(event));
    this.sheet.addEventListener('change', event => this.changed(event));
    this.sheet.addEventListener('click', event => this.clicked(event));
    this.back = () => this.ended && document.visibilityState === 'visible' && this.goOn();
    this.hide = () => this.keepNow(true);
    addEventListener('focus', this.back);
    document.addEventListener('visibilitychange', this.back);
    addEventListener('pagehide', this.hide);
  }

  leave() {
    this.keepNow(true);
    this.clearNotices();
    removeEventListener('focus', this.back);
    document.removeEventListener('visibilitychange', this.back);
    removeEventListener('pagehide', this.hide);
  }

  typed(event) {
    const field = event.target.closest('.field');
    if (field && event.target.type !== 'file') {
      clearFault(field);
      this.later();
    }
  }

  changed(event) {
    if (event.target.type === 'file') {
      this.upload(event.target);
    } else if (event.target.type === 'date') {
      const typed = event.target.closest('.date').querySelector('[name]');
      typed.value = event.target.value;
      typed.dispatchEvent(new Event('input', {bubbles: true}));
      typed.focus();
    } else if (event.target.name === 'answer') {
      this.showWhatIsNeeded();
    }
  }

  clicked(event) {
    const pick = event.target.closest('[data-pick]');
    if (pick) {
      pick.nextElementSibling.showPicker();
    } else if (event.target.closest('[data-claim]')) {
      this.scope.$root.$broadcast('shortcut:claimTask');
    }
  }

  // The fields

  fields() {
    return Array.from(this.sheet.querySelectorAll('.field'));
  }

  field(name) {
    return this.fields().find(field => field.dataset.field === name);
  }

  /** All that is typed, by the name of the field; of the fields that show alone, if so asked. */
  values(shownOnly) {
    const values = {};
    this.fields().filter(field => !(shownOnly && field.hidden)).forEach(field => {
      const value = valueOf(field);
      if (value) {
        values[field.dataset.field] = value;
      }
    });
    return values;
  }

  /** Some fields are asked with some answers only. */
  showWhatIsNeeded() {
    const choice = this.field('answer');
    const answer = choice ? valueOf(choice) : '';
    this.fields().forEach(field => {
      const needed = words(field.dataset.needed).includes(answer);
      const others = words(field.dataset.with);
      field.hidden = field.hasAttribute('data-waits') || (others.length > 0 && !others.includes(answer));
      if (field.dataset.needed) {
        field.querySelector('.must').hidden = !needed;
        field.querySelectorAll('[aria-required]').forEach(each => each.setAttribute('aria-required', String(needed)));
      }
    });
  }

  // Completing

  fillIn() {
    if (!this.sheet || this.uploading) {
      this.camForm.submitPrevented = true;
      return;
    }
    this.clearRefusal();
    clearTimeout(this.timer);
    const values = this.values(true);
    this.fields().forEach(field => {
      const name = field.dataset.field;
      const known = this.camForm.variableManager.variables[name];
      const value = values[name] || '';
      if (known) {
        known.value = value;
      } else {
        this.camForm.variableManager.createVariable({name, type: 'String', value});
      }
    });
  }

  async refused(details) {
    const error = (Array.isArray(details) ? details[0] : details) || {};
    if (this.camForm.submitPrevented) {
      return; // here
    }
    if (error.status === 403 && !this.again && await this.goOn()) {
      this.again = true; // it was the token of a session that has ended
      this.tasklist().complete();
      this.scope.$root.$applyAsync();
      return;
    }
    this.again = false;
    this.show((error.response && error.response.body) || {});
  }

  show(body) {
    const errors = body.errors || [];
    const elsewhere = errors.filter(each => !this.fault(each.pointer.slice(1).split('/')[0], each.message));
    const general = errors.length ? elsewhere.map(each => each.message) : [body.detail || '—'];
    this.say(general);
    const first = this.fields().find(field => field.classList.contains('wrong'));
    // The task list takes the focus to its notice first.
    setTimeout(() => {
      this.clearNotices();
      (first ? control(first) : this.sheet.querySelector('.refusal')).focus();
    }, 0);
  }

  /** What the task list says of a refusal, the form says better; left alone it would lie over the next task. */
  clearNotices() {
    const notices = this.service('Notifications');
    this.scope.$root.$applyAsync(() => notices.notifications.filter(each => each.type === 'danger').forEach(each => {
      delete each.scope;
      notices.clear(each);
    }));
  }

  /** What the task list calls by that name. */
  service(name) {
    return this.camForm.formElement.injector().get(name);
  }

  /** The part of the task list that completes, around this form. */
  tasklist() {
    let scope = this.scope;
    while (!Object.hasOwn(scope, 'completionHandler')) {
      scope = scope.$parent;
    }
    return scope;
  }

  say(sentences) {
    const refusal = this.sheet.querySelector('.refusal');
    refusal.querySelector('ul').replaceChildren(...sentences.map(sentence => {
      const line = document.createElement('li');
      line.textContent = sentence;
      return line;
    }));
    refusal.hidden = false;
  }

  /** Shows what is wrong with a field beside it; false where the form has no such field. */
  fault(name, message) {
    const field = this.field(name);
    if (field) {
      field.removeAttribute('data-waits');
      field.hidden = false;
      field.classList.add('wrong');
      const place = field.querySelector('.fault');
      place.textContent = place.textContent ? `${place.textContent} ${message}` : message;
      control(field).setAttribute('aria-invalid', 'true');
    }
    return Boolean(field);
  }

  clearRefusal() {
    this.clearNotices();
    this.sheet.querySelector('.refusal').hidden = true;
    this.fields().forEach(clearFault);
  }

  // Uploading

  upload(input, again) {
    const field = input.closest('.field');
    const file = input.files[0];
    clearFault(field);
    if (!file) {
      return;
    }
    const form = new FormData();
    form.append('file', file);
    form.append('language', field.querySelector('[data-language]').value);
    form.append('kind', this.sheet.dataset.kind);
    const bar = field.querySelector('progress');
    const request = new XMLHttpRequest();
    request.open('POST', this.sheet.dataset.documents);
    request.setRequestHeader(this.sheet.dataset.header, this.sheet.dataset.token);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = event => { bar.value = 100 * event.loaded / event.total; };
    request.onloadend = () => this.uploaded(field, file, request, again);
    this.uploading = true;
    bar.value = 0;
    bar.hidden = false;
    request.send(form);
  }

  uploaded(field, file, request, again) {
    this.uploading = false;
    field.querySelector('progress').hidden = true;
    const body = parsed(request.responseText);
    if (request.status >= 200 && request.status < 300 && body.id) {
      field.querySelector('[type=hidden]').value = body.id;
      const read = field.querySelector('.read');
      read.textContent = `${read.dataset.filed} ${file.name}`;
      this.later();
      return;
    }
    const input = field.querySelector('[type=file]');
    if (request.status === 401 || (request.status === 403 && !again)) {
      this.waiting = input; // until she is logged in, or for a fresh token
      this.goOn();
    } else {
      input.value = '';
      const faults = (body.errors || []).map(each => each.message);
      this.fault(field.dataset.field, faults.join(' ') || body.detail || `${request.status || '—'}`);
    }
  }

  // Keeping what was typed

  later() {
    this.store();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keepNow(), PAUSE);
  }

  keepNow(last) {
    if (this.sheet && this.stored()) {
      clearTimeout(this.timer);
      return this.keep(last);
    }
  }

  /** On the server, for whatever machine she goes on at. */
  async keep(last) {
    const kept = JSON.stringify(this.values());
    const answer = await fetch(`${this.address}/draft`, {
      method: 'PUT', redirect: 'manual', keepalive: Boolean(last), body: kept,
      headers: {'Content-Type': 'application/json', [this.sheet.dataset.header]: this.sheet.dataset.token}
    }).catch(() => null);
    if (answer && answer.ok) {
      if (kept === this.stored()) {
        sessionStorage.removeItem(this.key());
        this.sheet.querySelector('[data-kept]').hidden = false;
      }
      this.showDates(await answer.text());
    } else if (answer && !last && (answer.type === 'opaqueredirect' || answer.status === 403)) {
      this.goOn();
    }
    return Boolean(answer && answer.ok);
  }

  showDates(html) {
    const list = document.createElement('div');
    list.innerHTML = html;
    this.fields().filter(field => field.dataset.type === 'DATE').forEach(field => {
      const read = list.querySelector(`[data-of="${field.dataset.field}"]`);
      const place = field.querySelector('.read');
      place.textContent = read ? read.textContent : '';
      place.classList.toggle('unread', Boolean(read && read.dataset.unread));
    });
  }

  /** In this window, until the server has it. */
  store() {
    sessionStorage.setItem(this.key(), JSON.stringify(this.values()));
  }

  stored() {
    return sessionStorage.getItem(this.key());
  }

  forget() {
    clearTimeout(this.timer);
    sessionStorage.removeItem(this.key());
  }

  key() {
    return `chancery.step.${this.sheet.dataset.reader}.${this.sheet.dataset.place}`;
  }

  /** What this window still holds is newer than what the server knows. */
  restore() {
    const held = parsed(this.stored());
    Object.keys(held).forEach(name => {
      const field = this.field(name);
      if (field) {
        field.removeAttribute('data-waits');
        setValue(field, held[name]);
      }
    });
  }

  // The session

  sessionEnded() {
    this.ended = true;
    if (this.sheet) {
      this.store();
      const notice = this.sheet.querySelector('.ended');
      notice.hidden = false;
      notice.scrollIntoView({block: 'nearest'});
    }
  }

  /** Goes on where she is logged in (again), with the new session's token; whether it does. */
  async goOn() {
    const answer = await fetch(`${this.address}/form`, {redirect: 'manual', cache: 'no-store'}).catch(() => null);
    if (!answer || !answer.ok) {
      if (answer && (answer.type === 'opaqueredirect' || answer.status === 401)) {
        this.sessionEnded();
      } else if (answer) {
        this.say([await complaint(answer)]); // the task is gone meanwhile
      }
      return false;
    }
    const fresh = document.createElement('div');
    fresh.innerHTML = await answer.text();
    const sheet = fresh.querySelector('.sheet');
    if (sheet.dataset.reader !== this.sheet.dataset.reader) {
      this.sessionEnded();
      this.sheet.querySelector('.other').hidden = false;
      return false;
    }
    this.sheet.dataset.token = sheet.dataset.token;
    await this.resume();
    return true;
  }

  /** The task list gets its own token with any call; what waited for the login is sent. */
  async resume() {
    await fetch(`${this.root}/api/engine/engine/`, {cache: 'no-store'}).catch(() => null);
    if (this.ended) {
      this.ended = false;
      this.sheet.querySelectorAll('.ended, .other').forEach(each => { each.hidden = true; });
      this.tasklist().completeInProgress = false;
      this.service('AuthenticationService').updateAuthentication(this.who);
      this.scope.$root.$applyAsync();
    }
    await this.keep(true);
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting) {
      this.upload(waiting, true);
    }
  }
}

function control(field) {
  return field.querySelector('input:not([type=hidden]):not([type=date]), select:not([data-language]), textarea');
}

function valueOf(field) {
  const chosen = field.querySelector('[type=radio]') ? field.querySelector(':checked') : field.querySelector('[name]');
  return chosen ? chosen.value.trim() : '';
}

function setValue(field, value) {
  const radio = Array.from(field.querySelectorAll('[type=radio]')).find(each => each.value === value);
  if (radio) {
    radio.checked = true;
  } else if (!field.querySelector('[type=radio]')) {
    field.querySelector('[name]').value = value;
  }
}

function clearFault(field) {
  field.classList.remove('wrong');
  field.querySelector('.fault').textContent = '';
  field.querySelectorAll('[aria-invalid]').forEach(each => each.removeAttribute('aria-invalid'));
}

function words(text) {
  return text ? text.split(' ') : [];
}

function parsed(text) {
  try {
    return JSON.parse(text) || {};
  } catch (none) {
    return {};
  }
}

async function complaint(answer) {
  const body = parsed(await answer.text());
  return body.detail || `${answer.status}`;
}

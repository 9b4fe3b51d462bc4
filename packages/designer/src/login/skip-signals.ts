/**
 * The login widget contains PingOne's device signals, which call home as soon as they are loaded, used or not. This
 * is their own switch against it; it must be in the page before the widget is imported.
 */
const mark = document.createElement('script');
mark.type = 'application/json';
mark.setAttribute('data-pingOneSignalsSkipToken', 'true');
document.head.append(mark);

// Whether the browser is too old for the page: docs/decisions/0005.
(function () {
  try {
    var form = document.querySelector('.preparing ~ form > fieldset');
    if (form) form.disabled = true;
    if (
      new RegExp('(?<=a)b') &&
      'indexedDB' in window &&
      'customElements' in window &&
      'reportError' in window &&
      'BroadcastChannel' in window &&
      'CSSLayerBlockRule' in window &&
      'HTMLDialogElement' in window &&
      'adoptedStyleSheets' in document &&
      'hasOwn' in Object
    )
      return;
  } catch (error) {
    // It cannot even be asked.
  }
  document.documentElement.setAttribute('data-too-old', '');
  document.querySelector('[data-too-old-notice]').hidden = false;
  if (window.customElements) customElements.define = function () {};
  var fields = document.querySelectorAll('input, select, textarea, button');
  for (var index = 0; index < fields.length; index += 1) fields[index].disabled = true;
})();

// Small help on top of pages that work without it. No page needs this file.
(() => {
  'use strict'
  // what is wrong is read out first, and its link puts the cursor into the question
  const summary = document.querySelector('[data-error-summary]')
  if (summary) {
    summary.focus()
    summary.addEventListener('click', e => {
      const link = e.target.closest('a[href^="#"]')
      const field = link && document.getElementById(link.hash.slice(1))
      if (!field) return
      e.preventDefault()
      const top = field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field
      top.scrollIntoView()
      field.focus({ preventScroll: true })
    })
  }
  // answers that open further questions
  const reveal = input => {
    const more = document.getElementById(input.dataset.reveals)
    if (more) more.toggleAttribute('data-hidden', !input.checked)
    input.setAttribute('aria-expanded', String(input.checked))
  }
  const reveals = document.querySelectorAll('input[data-reveals]')
  reveals.forEach(reveal)
  if (reveals.length) document.addEventListener('change', e => { if (e.target.matches?.('input[type=radio],input[type=checkbox]')) reveals.forEach(reveal) })
  // one press is one act: a second submit within five seconds is dropped
  document.addEventListener('submit', e => {
    if (e.defaultPrevented) return
    const form = e.target
    if (form.dataset.sentAt && e.timeStamp - Number(form.dataset.sentAt) < 5000) { e.preventDefault(); return }
    form.dataset.sentAt = String(e.timeStamp)
  })
  addEventListener('pageshow', () => document.querySelectorAll('form').forEach(f => delete f.dataset.sentAt))
  document.querySelectorAll('[data-print]').forEach(b => b.addEventListener('click', () => print()))
  document.querySelectorAll('[data-autosubmit]').forEach(s => s.addEventListener('change', () => s.form.requestSubmit()))
  // too large a file is told at once, before minutes of waiting
  document.addEventListener('change', e => {
    const input = e.target
    if (input.type !== 'file' || !input.dataset.maxBytes) return
    const big = [...input.files].find(f => f.size > Number(input.dataset.maxBytes))
    say(input, big ? `Tệp “${big.name}” lớn quá ${Math.round(Number(input.dataset.maxBytes) / 1048576)} MB. Hãy chọn tệp nhỏ hơn.` : '')
    if (big) input.value = ''
    else if (input.files.length && input.form?.dataset.upload === 'now') send(input)
  })
  const say = (input, text) => {
    let p = input.parentElement.querySelector('[data-said]')
    input.parentElement.querySelectorAll('.govuk-error-message:not([data-said])').forEach(old => old.remove())
    if (!p) { p = document.createElement('p'); p.className = 'govuk-error-message'; p.dataset.said = ''; p.setAttribute('role', 'alert'); input.before(p) }
    p.textContent = text
    p.hidden = !text
  }
  // <form data-upload="now">: the file goes up when chosen, with progress; the answer's page replaces this one
  const send = input => {
    const form = input.form
    const box = document.createElement('div')
    box.className = 'mc-upload'
    box.innerHTML = '<progress max="100" value="0"></progress><p class="govuk-hint" role="status"></p>'
    const bar = box.firstChild, words = box.lastChild
    bar.setAttribute('aria-label', 'Đang tải tệp lên')
    words.textContent = 'Đang tải lên…'
    input.after(box)
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.upload.onprogress = p => { if (p.lengthComputable) { bar.value = Math.floor(100 * p.loaded / p.total); words.textContent = bar.value < 100 ? `Đã tải lên ${bar.value} %` : 'Đang kiểm tra tệp…' } }
    request.onload = () => {
      if (request.status < 400 && request.responseURL) { location.assign(request.responseURL); return }
      // what the server says of the file is told at once; the file is not sent a second time
      const told = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('.govuk-error-message')?.textContent.trim()
      box.remove()
      if (!told) { form.submit(); return }
      say(input, told)
      input.value = ''
    }
    request.onerror = () => { box.remove(); say(input, 'Mất kết nối khi tải lên. Tệp chưa được gửi: hãy thử lại.') ; input.value = '' }
    request.send(new FormData(form))
  }
})()

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
  // <input data-suggest="address">: what fits while typing, as a list to go to with arrows and Enter; Escape closes it, Enter alone searches
  document.querySelectorAll('input[data-suggest]').forEach(input => {
    const list = document.createElement('ul'), said = document.createElement('p')
    let timer, at = -1, asked = ''
    list.id = input.id + '-ket-qua'
    list.className = 'mc-suggest'
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', 'Thủ tục phù hợp')
    list.hidden = true
    said.className = 'govuk-visually-hidden'
    said.setAttribute('role', 'status')
    input.closest('.mc-search').after(list, said)
    for (const [name, value] of [['role', 'combobox'], ['autocomplete', 'off'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']]) input.setAttribute(name, value)
    const close = () => { list.hidden = true; at = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant') }
    const mark = to => {
      const options = [...list.children]
      at = (to + options.length) % options.length
      options.forEach((o, i) => o.setAttribute('aria-selected', String(i === at)))
      input.setAttribute('aria-activedescendant', options[at].id)
    }
    const ask = async () => {
      const text = input.value.trim()
      if (text.length < 2) { close(); return }
      asked = text
      const answer = await fetch(input.dataset.suggest + '?q=' + encodeURIComponent(text)).catch(() => null)
      const found = answer?.ok ? await answer.json() : []
      if (asked !== text || document.activeElement !== input) return
      list.replaceChildren(...found.map((p, i) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${i}`
        option.setAttribute('role', 'option')
        option.dataset.url = p.url
        option.textContent = p.name.length > 110 ? p.name.slice(0, 108) + '…' : p.name
        if (p.note) option.append(Object.assign(document.createElement('small'), { textContent: p.note }))
        return option
      }))
      close()
      said.textContent = found.length ? `${found.length} gợi ý, dùng mũi tên để chọn` : ''
      if (found.length) { list.hidden = false; input.setAttribute('aria-expanded', 'true') }
    }
    input.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 200) })
    input.addEventListener('keydown', e => {
      if (list.hidden) return
      if (e.key === 'ArrowDown' || e.key === 'ArrowUp') { e.preventDefault(); mark(e.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1) }
      else if (e.key === 'Escape') { e.preventDefault(); close() }
      else if (e.key === 'Enter' && at >= 0) { e.preventDefault(); location.assign(list.children[at].dataset.url) }
    })
    list.addEventListener('mousedown', e => { const option = e.target.closest('[data-url]'); if (option) { e.preventDefault(); location.assign(option.dataset.url) } })
    input.addEventListener('blur', close)
  })
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

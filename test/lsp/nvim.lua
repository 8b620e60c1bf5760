-- A client that is not ours. nvim --headless --clean -c 'luafile nvim.lua' FILE, with the server's command in $LSP_CMD (words),
-- the language in $LANGUAGE, a name of the story in $NAME, the rule to fix in $RULE and the text that its first fix leaves in $EXPECT.
local function fail(why)
  io.stderr:write('FAIL: ' .. why .. '\n')
  vim.cmd('cquit 1')
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function finding()
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.user_data.lsp.code == os.getenv('RULE') then return d end
  end
end

local function main()
  local id = vim.lsp.start_client({
    name = 'copydesk',
    cmd = vim.split(os.getenv('LSP_CMD'), ' '),
    root_dir = vim.fn.getcwd(),
    init_options = { settings = { codeLens = true } },
    get_language_id = function() return os.getenv('LANGUAGE') end,
  })
  if not id then return fail('no client') end
  vim.lsp.buf_attach_client(0, id)
  if not vim.wait(10000, finding, 20) then return fail('no finding of the rule: ' .. vim.inspect(vim.diagnostic.get(0))) end
  local d = finding()
  if d.source ~= 'copydesk' then return fail('source is ' .. vim.inspect(d.source)) end
  vim.api.nvim_win_set_cursor(0, { d.lnum + 1, d.col })

  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(), only = { 'quickfix' } }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 5000)
  local actions = answers and answers[id] and answers[id].result or {}
  if not actions[1] or not actions[1].edit then return fail('no fix: ' .. vim.inspect(answers)) end

  local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 5000)
  if not hover[id].result or not hover[id].result.contents.value:find(os.getenv('RULE'), 1, true) then
    return fail('no reason on hover: ' .. vim.inspect(hover))
  end

  local document = { textDocument = vim.lsp.util.make_text_document_params() }
  local function ask(method, params)
    local answer = vim.lsp.buf_request_sync(0, method, params, 5000)
    return answer and answer[id] and answer[id].result or {}
  end
  local parts = vim.lsp.util.symbols_to_items(ask('textDocument/documentSymbol', document), 0)
  if not parts[1] then return fail('no outline') end
  local symbols = vim.lsp.util.symbols_to_items(ask('workspace/symbol', { query = os.getenv('NAME') }), 0)
  if not symbols[1] or not symbols[1].text:find(os.getenv('NAME'), 1, true) then return fail('no name: ' .. vim.inspect(symbols)) end
  local lens = ask('textDocument/codeLens', document)[1]
  if not lens then return fail('no figures above the lead') end
  -- shown as Neovim shows them: it draws nothing of a lens that it does not understand
  vim.lsp.codelens.display({ lens }, 0, id)

  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  if text() ~= os.getenv('EXPECT') then return fail('text is ' .. vim.inspect(text())) end
  if not vim.wait(5000, function() return not finding() end, 20) then return fail('the finding is still there') end
  io.stdout:write(actions[1].title .. '\nOK\n')
  vim.lsp.stop_client(id)
  vim.cmd('qall!')
end

local ok, why = xpcall(main, debug.traceback)
if not ok then fail(why) end

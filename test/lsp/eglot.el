;; A client that is not ours. emacs --batch -l eglot.el FILE, with the server's command in $LSP_CMD (words), the set-up to test
;; (Lisp, as docs/editors.md has it) in $SETUP, the rule to fix in $RULE and the text that its first fix leaves in $EXPECT.
(package-initialize)
(eval (car (read-from-string (format "(progn %s)" (getenv "SETUP")))))
(require 'eglot)
(require 'flymake)
(setq eglot-sync-connect 10 eglot-send-changes-idle-time 0.1)
;; the set-up names the program as a writer has it; the test runs the one that was just built
(dolist (entry eglot-server-programs)
  (when (equal (cdr entry) '("copydesk" "lsp")) (setcdr entry (split-string (getenv "LSP_CMD")))))

(defun fail (why &rest more)
  (princ (apply #'format (concat "FAIL: " why "\n") more) #'external-debugging-output)
  (kill-emacs 1))

(defun wait-for (what ask)
  (let ((end (+ (float-time) 10)) answer)
    (while (not (or (setq answer (funcall ask)) (> (float-time) end)))
      (accept-process-output nil 0.05))
    (or answer (fail "waited in vain for %s: %S" what (flymake-diagnostics)))))

(defun finding ()
  (flymake-start)
  (seq-find (lambda (one) (string-match-p (getenv "RULE") (flymake-diagnostic-text one))) (flymake-diagnostics)))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun main ()
  (find-file (pop command-line-args-left))
  (call-interactively #'eglot)
  (let* ((it (wait-for "the finding" #'finding))
         (actions (eglot-code-actions (flymake-diagnostic-beg it) (flymake-diagnostic-end it) "quickfix"))
         (action (or (car (append actions nil)) (fail "no fix"))))
    (eglot--apply-workspace-edit (plist-get action :edit))
    (unless (equal (text) (getenv "EXPECT")) (fail "text is %S" (text)))
    (wait-for "its end" (lambda () (not (finding))))
    (princ (format "%s\nOK\n" (plist-get action :title)))
    (set-buffer-modified-p nil)
    (kill-emacs 0)))

(condition-case why (main) (error (fail "%S" why)))
